import { expect, test } from "vitest";
import { populationOf } from "../../../../foundation/numbers/secrecy/rules/populations.ts";
import { type CataloguedMeasure, secrecyColumns } from "../../../../foundation/numbers/secrecy/rules/catalogued-measure.ts";
import { readSecrecyRules, secrecy } from "../../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { csvRows, jsonRows } from "../../../printed-file.ts";

test("every indicator of the catalogue has its rule", () => {
  const codes = csvRows("data/national/catalogue_indicateurs_reconstruit.csv").map(({ code }) => code!);
  expect(codes.length).toBeGreaterThan(70);
  expect(codes.filter((code) => !secrecy.ruleOf(code))).toEqual([]);
});

const catalogue = csvRows("data/national/catalogue_indicateurs_reconstruit.csv") as Record<"code" | "libelle" | "unite", string>[];
const { populations } = jsonRows("data/populations.json") as unknown as { populations: { counts: string; units: string[][] }[] };
const people = populations.flatMap(({ counts, units }) => (counts === "PERSONS" ? units.flat() : []));
/** Whether a text has one of the units that count people among its words. */
const namesPeople = (text: string) => people.some((form) => new RegExp(`(?<!\\p{L})${form}(?!\\p{L})`, "iu").test(text));

test("an indicator whose unit or label names people is under a rule for people, or says why it counts none", () => {
  const outside = catalogue.filter(({ code }) => secrecy.ruleOf(code)!.about === "NONE");
  const naming = outside.filter(({ libelle, unite }) => namesPeople(libelle) || namesPeople(unite)).map(({ code }) => code);
  expect(naming).toEqual(expect.arrayContaining(["B14", "B17", "P01"]));
  expect(naming.filter((code) => !secrecy.reasonOf(code))).toEqual([]);
  expect(outside.map(({ code }) => code).filter((code) => secrecy.reasonOf(code) && !naming.includes(code))).toEqual([]);
});

test.each([
  ["", null],
  ["Des lieux, et non des enfants.", "Des lieux, et non des enfants."],
  ["non", undefined],
])("why an indicator counts nobody is nothing, or a sentence: « %s »", (motif, reason) => {
  const columns = { unite: "lieux", regle: "equipment", motif_hors_personnes: motif, rapport: "", numerateur: "", denominateur: "" };
  expect(secrecyColumns.safeParse(columns).data?.motif_hors_personnes).toBe(reason);
});

test("an indicator that counts people is under a rule for people", () => {
  const counting = catalogue.filter(({ unite }) => populationOf(unite) === "PERSONS");
  expect(counting.length).toBeGreaterThan(10);
  expect(counting.filter(({ code }) => secrecy.ruleOf(code)!.about !== "PERSONS")).toEqual([]);
});

const { rules: shipped, owner } = jsonRows("data/secrecy.json") as any;
const [persons, establishments] = shipped;
const withRule = (rule: object) => () => readSecrecyRules({ owner, rules: [rule] }, []);
const decision = { reference: "COMITÉ 2026-4", date: "2026-09-01", signedBy: "le comité du secret" };

test.each([
  ["five persons", { ...persons, minimum: 5 }],
  ["two establishments", { ...establishments, minimum: 2 }],
  ["an establishment with 90 %", { ...establishments, largestShare: 90 }],
])("a rule that lets %s be shown needs a written decision", (_, rule) => {
  expect(withRule(rule)).toThrow("demande une décision écrite");
  expect(withRule({ ...rule, decision: { ...decision, signedBy: "" } })).toThrow();
  expect(withRule({ ...rule, decision })).not.toThrow();
});

const measure = (code: string, rule: string, rate: Partial<CataloguedMeasure["rate"]> | null = null, reason: string | null = null) => ({
  code,
  unit: "unité",
  rule,
  reason,
  rate: rate && { numerator: null, denominator: null, isShare: false, per: 100, ...rate },
});

test.each([
  ["stands twice", [measure("A01", "persons-11"), measure("A01", "equipment")], "nomme deux fois un même code"],
  ["is under a rule that nobody wrote", [measure("A01", "personnes")], "« A01 » sous une règle qui n'est pas dans data/secrecy.json"],
  [
    "is protected and says why it need not be",
    [measure("A01", "persons-11", null, "Des lieux, et non des enfants.")],
    "l'un des deux est de trop",
  ],
])("an indicator that %s is refused", (_, measures, message) => {
  expect(() => readSecrecyRules({ owner, rules: shipped }, measures)).toThrow(message);
});

const law = (name: string, about: string, more: object = {}) => ({ name, version: 1, about, reason: "La loi.", ...more });
const small = readSecrecyRules(
  {
    owner: "Comité",
    rules: [
      law("persons", "PERSONS", { minimum: 11 }),
      law("more persons", "PERSONS", { minimum: 20 }),
      law("establishments", "ESTABLISHMENTS", { minimum: 3, largestShare: 85 }),
      law("amounts", "AMOUNTS", { minimum: 4, largestShare: 80 }),
      law("none", "NONE"),
    ],
  },
  [
    measure("P", "persons"),
    measure("share", "persons", { denominator: "P", isShare: true }),
    measure("rate", "persons", { numerator: "N", denominator: "Q" }),
    measure("elsewhere", "persons", { numerator: "E", denominator: "nowhere" }),
    measure("Q", "more persons"),
    measure("E", "establishments"),
    measure("cost", "amounts", {}),
    measure("hours", "amounts", { denominator: "cost numerator" }),
    measure("N", "none", null, "Des places, et non des enfants."),
    measure("open rate", "none", { numerator: "N", denominator: "N" }),
  ],
);
const told = (measure: string) => small.quantitiesOf(measure).map(({ name, role, rule }) => `${role} ${name} (${rule.name})`);

test("a number that a rule protects is a quantity, one that none does is not", () => {
  expect(told("P")).toEqual(["value P (persons)"]);
  expect(told("E")).toEqual(["value E (establishments)"]);
  expect(told("N")).toEqual([]);
  expect(told("unknown")).toEqual([]);
});

test("a rate shows its margins, each under the rule of its own measure, or else of the rate", () => {
  expect(told("share")).toEqual(["numerator share numerator (persons)", "denominator P (persons)"]);
  expect(told("rate")).toEqual(["denominator Q (more persons)"]);
  expect(told("cost")).toEqual(["numerator cost numerator (amounts)", "denominator cost denominator (amounts)"]);
  expect(told("hours")).toEqual(["numerator hours numerator (amounts)", "denominator cost numerator (amounts)"]);
  expect(told("elsewhere")).toEqual(["numerator E (establishments)", "denominator nowhere (persons)"]);
  expect(told("open rate")).toEqual([]);
});

test.each([
  [["P"], ["P", "share"]],
  [["share"], ["share", "P"]],
  [["cost"], ["cost", "hours"]],
  [["E"], ["E", "elsewhere"]],
  [
    ["Q", "N"],
    ["Q", "rate", "N", "open rate"],
  ],
  [["N"], []],
  [["unknown"], []],
])("%j are tied to %j", (measures, tied) => {
  expect(small.tiedTo(measures)).toEqual(tied);
});

test("what the rules say of a measure", () => {
  expect(small.measures).toEqual(["P", "share", "rate", "elsewhere", "Q", "E", "cost", "hours", "N", "open rate"]);
  expect([small.ruleOf("P")?.name, small.ruleOf("N")?.name, small.ruleOf("unknown")]).toEqual(["persons", "none", undefined]);
  expect([small.isRate("share"), small.isRate("P"), small.isShare("share"), small.isShare("rate"), small.isShare("P")]).toEqual([
    true,
    false,
    true,
    false,
    false,
  ]);
  expect([small.fewest("PERSONS"), small.fewest("ESTABLISHMENTS")]).toEqual([20, 3]);
  expect([small.reasonOf("N"), small.reasonOf("P"), small.reasonOf("open rate")]).toEqual([
    "Des places, et non des enfants.",
    undefined,
    undefined,
  ]);
  expect(small.reasonOf("unknown")).toBeUndefined();
  expect(small.countRuleOf("E").name).toBe("establishments");
  for (const measure of ["N", "unknown"])
    expect(() => small.countRuleOf(measure)).toThrow(`le catalogue ne met « ${measure} » sous aucune règle qui protège`);
});

test.each([
  ["eleven persons", "PERSONS", { minimum: 11 }, true],
  ["ten", "PERSONS", { minimum: 10 }, false],
  ["three establishments and 85 %", "ESTABLISHMENTS", { minimum: 3, largestShare: 85 }, true],
  ["two", "ESTABLISHMENTS", { minimum: 2, largestShare: 85 }, false],
  ["86 %", "ESTABLISHMENTS", { minimum: 3, largestShare: 86 }, false],
  ["amounts of three, 85 %", "AMOUNTS", { minimum: 3, largestShare: 85 }, true],
  ["amounts of two", "AMOUNTS", { minimum: 2, largestShare: 85 }, false],
  ["amounts, 86 %", "AMOUNTS", { minimum: 3, largestShare: 86 }, false],
  ["none", "NONE", {}, true],
])("the law's own thresholds need no decision, softer ones do: %s", (_, about, thresholds, isLawful) => {
  const load = withRule(law("rule", about, thresholds));
  if (isLawful) expect(load).not.toThrow();
  else expect(load).toThrow("demande une décision écrite");
});
