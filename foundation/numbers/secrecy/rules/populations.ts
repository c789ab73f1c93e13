import { readFileSync } from "node:fs";
import { z } from "zod";
import { projectFile } from "../../../project-file.ts";
import { unaccented } from "../../../unaccented.ts";

/** What a number counts, of which secrecy asks. */
const Population = z.enum(["PERSONS", "ESTABLISHMENTS", "AMOUNTS", "RATES", "NONE"]);

const declared = z.object({
  owner: z.string().min(1),
  populations: z.array(
    z.object({
      counts: Population,
      reason: z.string().min(1),
      /** Each with its other forms: the singular, the feminine. */
      units: z.array(z.array(z.string().min(1)).min(1)),
    }),
  ),
});

const { populations } = declared.parse(JSON.parse(readFileSync(projectFile("data/populations.json"), "utf8")));

/** Capitals, accents, spaces and the shape of an apostrophe do not change what is counted. */
function plain(unit: string): string {
  return unaccented(unit).replace(/\s+/g, " ").replaceAll("’", "'").trim();
}

const byUnit = new Map(populations.flatMap(({ counts, units }) => units.flat().map((form) => [plain(form), counts] as const)));

const wordOf = new Map(
  populations.flatMap(({ units }) => units.flatMap((forms) => forms.map((form) => [plain(form), plain(forms[0]!)] as const))),
);

/** Whether two units are forms of one word. */
export function isSameUnit(one: string, other: string): boolean {
  const word = (unit: string) => wordOf.get(plain(unit)) ?? plain(unit);
  return word(one) === word(other);
}

/** What a unit counts, from the closed list of `data/populations.json`; null where it is not there. */
export function populationOf(unit: string): z.output<typeof Population> | null {
  return byUnit.get(plain(unit)) ?? null;
}

/** French: why a unit is refused, with those that are not. */
export const unknownUnit = `unité inconnue du hub, qui ne peut pas dire si elle compte des personnes : choisissez parmi ${populations
  .flatMap(({ units }) => units.map(([form]) => form))
  .join(", ")} (data/populations.json)`;
