import { expect, test } from "vitest";
import { FindingKind } from "../../../../subgraphs/pmi/inspections/finding-count.entity.ts";
import { csvRows } from "../../../printed-file.ts";
import { registerMeasures, registerNumbers } from "../../../../subgraphs/pmi/inspections/register-numbers.ts";

type Register = Parameters<typeof registerNumbers>[0];

const counts: Register["counts"] = [
  { mode: "CHILDMINDER", category: null, authority: null, done: 32, facilities: 3, isTotal: true },
  { mode: "EAJE", category: "FAMILY_CRECHE", authority: "CD", done: 7, facilities: 6, isTotal: false },
  { mode: "EAJE", category: "COLLECTIVE_CRECHE", authority: "CD_CAF", done: 2, facilities: 2, isTotal: false },
  { mode: "EAJE", category: "COLLECTIVE_CRECHE", authority: "CAF_MSA", done: 5, facilities: 5, isTotal: false },
  { mode: "EAJE", category: null, authority: null, done: 14, facilities: 9, isTotal: true },
  { mode: "CHILDMINDER", category: null, authority: "CD", done: 31, facilities: 0, isTotal: false },
  { mode: "CHILDMINDER", category: null, authority: "STATE", done: 1, facilities: 0, isTotal: false },
];
const findings: Register["findings"] = [
  { kind: FindingKind.FOLLOW_UP, nature: "OBSERVATIONS", count: 20 },
  { kind: FindingKind.FOLLOW_UP, nature: "INJUNCTION", count: 2 },
  { kind: FindingKind.FOLLOW_UP, nature: "TOTAL_CLOSURE", count: 1 },
  { kind: FindingKind.NON_COMPLIANCE, nature: "PREMISES", count: 8 },
];
const told = (register: Register) =>
  Object.fromEntries(registerNumbers(register).map(({ measure, value, status }) => [measure, [value, status]]));

test("joint controls count once for the Caf and once for the département; totals count facilities", () => {
  expect(told({ reviewed: false, counts, findings })).toEqual({
    T7: [2, "PROVISIONAL"],
    T8: [9, "PROVISIONAL"],
    G01: [9, "PROVISIONAL"],
    G04: [31, "PROVISIONAL"],
  });
});

test("what controls led to is told with the published review, and not before: a fixed list of margins, zero where there is none", () => {
  const numbers = told({ reviewed: true, counts, findings });
  expect(numbers).toMatchObject({
    T8: [9, "PUBLISHED"],
    G03: [3, "PUBLISHED"],
    "inspections-cd": [38, "PUBLISHED"],
    "inspections-state": [1, "PUBLISHED"],
    "inspections-eaje": [14, "PUBLISHED"],
    "inspections-childminder": [32, "PUBLISHED"],
    "inspections-home-care": [0, "PUBLISHED"],
    "inspections-family-creche": [7, "PUBLISHED"],
    "inspections-collective-creche": [7, "PUBLISHED"],
    "non-compliances-premises": [8, "PUBLISHED"],
    "non-compliances-documents": [0, "PUBLISHED"],
    "follow-ups-observations": [20, "PUBLISHED"],
    "follow-ups-injunction": [2, "PUBLISHED"],
    "follow-ups-penalty-payment": [0, "PUBLISHED"],
  });
  expect(Object.keys(numbers)).toHaveLength(5 + 24);
});

test("a register in which nothing stands counts zero", () => {
  for (const number of Object.values(told({ reviewed: true, counts: [], findings: [] }))) expect(number).toEqual([0, "PUBLISHED"]);
});

test("each number says how it was counted, and in what", () => {
  for (const { unit, computedBy } of registerNumbers({ reviewed: true, counts, findings })) {
    expect(unit).toMatch(/^(contrôles|visites|établissements|décisions|non-conformités|suites)$/);
    expect(computedBy).toMatch(/^hub : .+, d'après le registre des inspections$/);
  }
});

test("each number of a register is an indicator of the catalogue, in its unit", () => {
  const catalogue = ["catalogue_indicateurs_reconstruit", "series_locales"].flatMap((name) => csvRows(`data/national/${name}.csv`));
  const units = new Map(catalogue.map(({ code, unite }) => [code, unite]));
  for (const { measure, unit } of registerNumbers({ reviewed: true, counts, findings }))
    expect([measure, units.get(measure)]).toEqual([measure, unit]);
  expect(registerMeasures).toHaveLength(29);
});
