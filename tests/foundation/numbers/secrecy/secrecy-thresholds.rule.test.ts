import { expect, test } from "vitest";
import type { CountRule } from "../../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { isConcentrated, isSmall, widthOf } from "../../../../foundation/numbers/secrecy/rules/secrecy-thresholds.ts";

const common = { name: "rule", version: 1, reason: "…" };
const persons: CountRule = { ...common, about: "PERSONS", minimum: 11 };
const establishments: CountRule = { ...common, about: "ESTABLISHMENTS", minimum: 3, largestShare: 85 };
const amounts: CountRule = { ...common, about: "AMOUNTS", minimum: 3, largestShare: 80 };

test.each([
  [persons, 0, false],
  [persons, 1, true],
  [persons, 10, true],
  [persons, 11, false],
  [establishments, 0, false],
  [establishments, 1, true],
  [establishments, 2, true],
  [establishments, 3, false],
])("of $about, %i is withheld for itself: %s", (rule, count, small) => {
  expect(isSmall(count, rule)).toBe(small);
});

test.each([
  ["two establishments", { count: 2, largestShare: 50 }, true],
  ["three", { count: 3, largestShare: 50 }, false],
  ["one of three with 85 %", { count: 3, largestShare: 85 }, false],
  ["one of three with more", { count: 3, largestShare: 85.1 }, true],
])("%s", (_, made, concentrated) => {
  expect(isConcentrated(made, establishments)).toBe(concentrated);
});

test("people are too few below eleven, whatever the share of the first", () => {
  expect(isConcentrated({ count: 10, largestShare: 10 }, persons)).toBe(true);
  expect(isConcentrated({ count: 11, largestShare: 100 }, persons)).toBe(false);
});

test("an interval is as wide as there are numbers withheld, or hides the largest establishment", () => {
  expect([widthOf(5, persons), widthOf(500, persons), widthOf(2, establishments)]).toEqual([10, 10, 2]);
  expect([widthOf(1000, amounts), widthOf(0, amounts)]).toEqual([250, 0]);
});
