import { expect, test } from "vitest";
import { FindingKind } from "../../../../subgraphs/pmi/inspections/finding-count.entity.ts";
import { registerMeasures, registerNumbers } from "../../../../subgraphs/pmi/inspections/register-numbers.ts";

type Register = Parameters<typeof registerNumbers>[0];

const counts: Register["counts"] = [
  { mode: "CHILDMINDER", authority: null, done: 32, facilities: 3, isTotal: true },
  { mode: "EAJE", authority: "CD", done: 7, facilities: 6, isTotal: false },
  { mode: "EAJE", authority: "CD_CAF", done: 2, facilities: 2, isTotal: false },
  { mode: "EAJE", authority: "CAF_MSA", done: 5, facilities: 5, isTotal: false },
  { mode: "EAJE", authority: null, done: 14, facilities: 9, isTotal: true },
  { mode: "CHILDMINDER", authority: "CD", done: 31, facilities: 0, isTotal: false },
  { mode: "CHILDMINDER", authority: "STATE", done: 1, facilities: 0, isTotal: false },
];
const decisions = (count: number | null): Register["findings"] => [
  { kind: FindingKind.FOLLOW_UP, mode: null, count: 99 },
  { kind: FindingKind.DECISION, mode: "EAJE", count: 98 },
  { kind: FindingKind.DECISION, mode: null, count },
];
const told = (register: Register) =>
  Object.fromEntries(registerNumbers(register).map(({ measure, value, status }) => [measure, [value, status]]));

test("joint controls count once for the Caf and once for the département; totals count facilities", () => {
  expect(told({ reviewed: false, counts, findings: decisions(3) })).toEqual({
    T7: [2, "PROVISIONAL"],
    T8: [9, "PROVISIONAL"],
    G01: [9, "PROVISIONAL"],
    G04: [31, "PROVISIONAL"],
  });
});

test("what controls led to is told with the published review, and not before", () => {
  const { T8, G03 } = told({ reviewed: true, counts, findings: decisions(3) });
  expect([T8, G03]).toEqual([
    [9, "PUBLISHED"],
    [3, "PUBLISHED"],
  ]);
  expect(told({ reviewed: true, counts, findings: decisions(null) }).G03).toEqual([null, "SUPPRESSED"]);
});

test("a register in which nothing stands counts zero", () => {
  expect(told({ reviewed: true, counts: [], findings: [] })).toEqual({
    T7: [0, "PUBLISHED"],
    T8: [0, "PUBLISHED"],
    G01: [0, "PUBLISHED"],
    G04: [0, "PUBLISHED"],
    G03: [0, "PUBLISHED"],
  });
});

test("each number says how it was counted, and in what", () => {
  for (const { unit, computedBy } of registerNumbers({ reviewed: true, counts, findings: [] })) {
    expect(unit).toMatch(/^(contrôles|visites|établissements|décisions)$/);
    expect(computedBy).toMatch(/^hub : .+, d'après le registre des inspections$/);
  }
});

test("what a register gives, nobody else may transmit: all of it is listed", () => {
  expect(registerMeasures.toSorted()).toEqual(["G01", "G03", "G04", "T7", "T8"]);
});
