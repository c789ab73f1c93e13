import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectFile } from "../../../project-file.ts";
import { type CataloguedMeasure, cataloguedMeasures } from "./catalogued-measure.ts";

const decision = z.object({ reference: z.string().min(1), date: z.iso.date(), signedBy: z.string().min(1) });
const common = {
  name: z.string().min(1),
  version: z.int().positive(),
  reason: z.string().min(1),
  /** The written decision without which a rule is at least as strict as the law's. */
  decision: decision.optional(),
};
const establishments = { minimum: z.int().min(1), largestShare: z.number().positive().max(100) };

/** What the numbers are about: people, a count of establishments, amounts that establishments make up, or neither. */
const rule = z.discriminatedUnion("about", [
  z.object({ ...common, about: z.literal("PERSONS"), minimum: z.int().min(1) }),
  z.object({ ...common, about: z.literal("ESTABLISHMENTS"), ...establishments }),
  z.object({ ...common, about: z.literal("AMOUNTS"), ...establishments }),
  z.object({ ...common, about: z.literal("NONE") }),
]);

const strictest = { PERSONS: { minimum: 11 }, ESTABLISHMENTS: { minimum: 3, largestShare: 85 }, AMOUNTS: { minimum: 3, largestShare: 85 } };

const secrecyRules = z.object({
  owner: z.string().min(1),
  rules: z.array(
    rule.refine(
      (rule) =>
        rule.about === "NONE" ||
        rule.decision ||
        (rule.minimum >= strictest[rule.about].minimum &&
          (rule.about === "PERSONS" || rule.largestShare <= strictest[rule.about].largestShare)),
      "un seuil plus souple que 11 personnes, ou que 3 établissements dont aucun ne dépasse 85 %, demande une décision écrite (decision : reference, date, signedBy)",
    ),
  ),
});

type SecrecyRule = z.output<typeof rule>;
/** A rule that protects what is counted. */
export type CountRule = Exclude<SecrecyRule, { about: "NONE" }>;

/** The part that a number plays in a row. */
export type Role = "value" | "numerator" | "denominator";

/** One of the counts that a row of numbers shows, and its rule. */
export interface Quantity {
  name: string;
  role: Role;
  rule: CountRule;
}

/**
 * Reads the rules of statistical secrecy, and which indicator is under which.
 * @throws ZodError where a threshold is too low without a decision
 * @throws Error where an indicator stands twice in the catalogue, is under no rule, or explains itself without need
 */
export function readSecrecyRules(json: unknown, measures: readonly CataloguedMeasure[]) {
  const { rules } = secrecyRules.parse(json);
  const byName = new Map(rules.map((rule) => [rule.name, rule]));
  const byCode = new Map(measures.map((measure) => [measure.code, measure]));
  if (byCode.size < measures.length) throw new Error("Le catalogue des indicateurs nomme deux fois un même code.");
  const byMeasure = new Map(measures.map(({ code, rule, reason }) => [code, checkedRule(code, byName.get(rule), reason)]));
  const rateOf = (measure: string) => byCode.get(measure)?.rate ?? null;

  /** The quantities that a row of a measure shows, protected or not. */
  function sidesOf(measure: string): { name: string; role: Role }[] {
    const rate = rateOf(measure);
    if (!rate) return [{ name: measure, role: "value" }];
    return [
      { name: rate.numerator ?? `${measure} numerator`, role: "numerator" },
      { name: rate.denominator ?? `${measure} denominator`, role: "denominator" },
    ];
  }

  function quantitiesOf(measure: string): Quantity[] {
    return sidesOf(measure).flatMap(({ name, role }) => {
      const rule = byMeasure.get(name) ?? byMeasure.get(measure);
      return !rule || rule.about === "NONE" ? [] : [{ name, role, rule }];
    });
  }

  const protectedQuantities = new Map([...byMeasure.keys()].flatMap(quantitiesOf).map(({ name, rule }) => [name, rule] as const));

  return {
    measures: [...byMeasure.keys()],
    /** An indicator as the catalogue has it; undefined: it has none. */
    measureOf: (measure: string): CataloguedMeasure | undefined => byCode.get(measure),
    ruleOf: (measure: string): SecrecyRule | undefined => byMeasure.get(measure),
    /** @throws where no rule protects the measure. */
    countRuleOf(measure: string): CountRule {
      const rule = byMeasure.get(measure);
      if (!rule || rule.about === "NONE") throw new Error(`le catalogue ne met « ${measure} » sous aucune règle qui protège`);
      return rule;
    },
    /** Why a measure under no rule counts nobody, though its unit or label names people. */
    reasonOf(measure: string): string | undefined {
      return byCode.get(measure)?.reason ?? undefined;
    },
    /** The fewest persons or establishments that may be shown, but for zero. */
    fewest: (about: "PERSONS" | "ESTABLISHMENTS"): number =>
      Math.max(...rules.flatMap((each) => (each.about === about ? [each.minimum] : []))),
    isRate: (measure: string): boolean => rateOf(measure) !== null,
    /** Whether the numerator counts some of what the denominator counts. */
    isShare: (measure: string): boolean => rateOf(measure)?.isShare ?? false,
    /** What a ratio is multiplied by. */
    perOf: (measure: string): number => rateOf(measure)?.per ?? 100,
    sidesOf,
    /** The rule that protects a quantity; undefined: none does. */
    ruleOfQuantity: (name: string): CountRule | undefined => protectedQuantities.get(name),
    /** What a row of this measure shows that a rule protects. */
    quantitiesOf,
    /** The measures that show a quantity that one of these shows, or one that is tied to it so, where one of them is protected. */
    tiedTo(measures: Iterable<string>): string[] {
      const tied = new Set([...measures].filter((measure) => quantitiesOf(measure).length > 0));
      const names = new Set<string>();
      for (const measure of tied) {
        for (const { name } of sidesOf(measure)) names.add(name);
        for (const other of byMeasure.keys()) if (sidesOf(other).some(({ name }) => names.has(name))) tied.add(other);
      }
      return [...tied];
    },
  };
}

function checkedRule(code: string, rule: SecrecyRule | undefined, reason: string | null): SecrecyRule {
  if (!rule) throw new Error(`Le catalogue met « ${code} » sous une règle qui n'est pas dans data/secrecy.json.`);
  if (reason !== null && rule.about !== "NONE")
    throw new Error(`Le catalogue explique pourquoi « ${code} » ne compte personne, et une règle le protège : l'un des deux est de trop.`);
  return rule;
}

/** The rules in force: `data/secrecy.json`, and the catalogue of the hub. */
export const secrecy = readSecrecyRules(JSON.parse(readFileSync(projectFile("data/secrecy.json"), "utf8")), cataloguedMeasures());
