import { expect, test } from "vitest";
import { isUnexpected } from "../../../foundation/imports/publication.ts";

test.each([
  ["a fifth of it changes", { rows: 100, changed: 20, absent: 0 }, false],
  ["more than a fifth changes", { rows: 100, changed: 21, absent: 0 }, true],
  ["two numbers of a hundred go", { rows: 100, changed: 2, absent: 2 }, false],
  ["three numbers of a hundred go", { rows: 100, changed: 3, absent: 3 }, true],
  ["a few rows are all corrected", { rows: 19, changed: 19, absent: 19 }, false],
  ["it has rows enough", { rows: 20, changed: 20, absent: 0 }, true],
])("a file where %s: is it held?", (_, changes, held) => {
  expect(isUnexpected({ ...changes, where: [] }, {})).toBe(held);
});

test("a dataset says what its files may change", () => {
  const changes = { rows: 100, changed: 60, absent: 10, where: [] };
  expect(isUnexpected(changes, { expected: { changed: 0.6, absent: 0.1 } })).toBe(false);
  expect(isUnexpected(changes, { expected: { changed: 0.6, absent: 0.09 } })).toBe(true);
});
