import { expect, test } from "vitest";
import { populationOf, unknownUnit } from "../../../../foundation/numbers/secrecy/rules/populations.ts";
import { jsonRows } from "../../../printed-file.ts";

const { populations } = jsonRows("data/populations.json") as unknown as { populations: { counts: string; units: string[][] }[] };

test.each([
  ["enfants", "PERSONS"],
  ["enfant", "PERSONS"],
  [" Enfants ", "PERSONS"],
  ["ELEVES", "PERSONS"],
  ["bénéficiaires", "PERSONS"],
  ["assistantes  maternelles", "PERSONS"],
  ["assistantes\u00a0maternelles", "PERSONS"],
  ["demandeurs d’emploi", "PERSONS"],
  ["mesures", "PERSONS"],
  ["établissements", "ESTABLISHMENTS"],
  ["€", "AMOUNTS"],
  ["%", "RATES"],
  ["ETP", "NONE"],
  ["enfants accueillis", null],
  ["", null],
])("« %s » counts %s", (unit, population) => {
  expect(populationOf(unit)).toBe(population);
});

test("the list is closed: every form is in one population, and a refusal names every unit", () => {
  const forms = populations.flatMap(({ counts, units }) => units.flat().map((form) => [form, counts] as const));
  expect(new Set(forms.map(([form]) => form)).size).toBe(forms.length);
  for (const [form, counts] of forms) expect(populationOf(form), form).toBe(counts);
  for (const { units } of populations) for (const [form] of units) expect(unknownUnit).toContain(form);
  expect(unknownUnit).toContain("choisissez parmi enfants, bébés, ");
});
