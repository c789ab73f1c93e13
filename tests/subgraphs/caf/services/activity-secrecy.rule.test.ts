import { expect, test } from "vitest";
import { refusalOf } from "../../../../subgraphs/caf/services/activity-secrecy.ts";

test.each([
  ["enfants", null, null],
  ["enfants", 0, null],
  ["enfants", 1, "valeur : un effectif de personnes ou de familles de 1 à 10"],
  ["enfants", 10, "valeur : un effectif de personnes ou de familles de 1 à 10"],
  ["enfants", 10.9, "valeur : un effectif de personnes"],
  ["enfants", -3, "valeur : un effectif de personnes"],
  ["enfants", 11, null],
  ["structures", null, null],
  ["structures", 0, null],
  ["structures", 1, "valeur : un nombre d'établissements de 1 à 2"],
  ["structures", 2, "valeur : un nombre d'établissements de 1 à 2"],
  ["structures", 3, null],
  ["€", 100_000, "valeur : un montant que ce service compose à lui seul"],
  ["€", 0, null],
  ["%", 50, "mesure : un taux ne dit pas"],
  ["%", null, null],
  ["ETP", 0.5, null],
  ["actions", 1, null],
  ["inconnues", null, "mesure : unité inconnue du hub"],
  ["inconnues", 0, "mesure : unité inconnue du hub"],
  ["inconnues", 100, "mesure : unité inconnue du hub"],
])("%s, %s: %s", (unit, value, expected) => {
  const refusal = refusalOf(unit, value);
  if (expected === null) expect(refusal).toBeNull();
  else expect(`${refusal!.path} : ${refusal!.message}`.startsWith(expected), refusal!.message).toBe(true);
});

test("whoever is refused a number is told to leave the cell empty", () => {
  for (const [unit, value] of [
    ["enfants", 3],
    ["structures", 2],
    ["€", 10],
  ] as const)
    expect(refusalOf(unit, value)!.message).toMatch(/relève du secret .*, et le nom du service le désignerait : laissez la valeur vide$/);
});
