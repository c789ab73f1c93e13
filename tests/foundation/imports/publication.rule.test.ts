import { expect, test } from "vitest";
import { isUnexpected, leapText } from "../../../foundation/imports/publication.ts";

test.each([
  ["a fifth of it changes", { rows: 100, changed: 20, absent: 0 }, false],
  ["more than a fifth changes", { rows: 100, changed: 21, absent: 0 }, true],
  ["two numbers of a hundred go", { rows: 100, changed: 2, absent: 2 }, false],
  ["three numbers of a hundred go", { rows: 100, changed: 3, absent: 3 }, true],
  ["a few rows are all corrected", { rows: 19, changed: 19, absent: 19 }, false],
  ["it has rows enough", { rows: 20, changed: 20, absent: 0 }, true],
])("a file where %s: is it held?", (_, changes, held) => {
  expect(isUnexpected({ ...changes, where: [], leaps: [] }, {})).toBe(held);
});

test("what is far from another year holds a file of any size, and says so", () => {
  const leap = { what: "B01 2024", pairs: 101, far: 64, others: [2022, 2023] };
  expect(isUnexpected({ rows: 3, changed: 0, absent: 0, where: [], leaps: [leap] }, {})).toBe(true);
  expect(leapText(leap)).toBe(
    "B01 2024 : 64 des 101 valeurs comparées font plus du double ou moins de la moitié de celles de 2022, 2023, ou manquent : est-ce la bonne table ?",
  );
});

test("a dataset says what its files may change", () => {
  const changes = { rows: 100, changed: 60, absent: 10, where: [], leaps: [] };
  expect(isUnexpected(changes, { expected: { changed: 0.6, absent: 0.1 } })).toBe(false);
  expect(isUnexpected(changes, { expected: { changed: 0.6, absent: 0.09 } })).toBe(true);
});
