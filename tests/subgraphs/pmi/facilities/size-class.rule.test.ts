import { expect, test } from "vitest";
import { FacilityCategory, FacilitySizeClass } from "../../../../foundation/terms/facility-category.ts";
import { capacityRange, sizeClassOf } from "../../../../subgraphs/pmi/facilities/size-class.ts";

/** R. 2324-46 and R. 2324-48 CSP: the first and the last capacity of each class. */
const collective: [string, first: number, last: number][] = [
  ["MICRO", 0, 12],
  ["SMALL", 13, 24],
  ["MEDIUM", 25, 39],
  ["LARGE", 40, 59],
  ["VERY_LARGE", 60, 2 ** 31 - 1],
];
const family: [string, first: number, last: number][] = [
  ["SMALL", 0, 29],
  ["MEDIUM", 30, 59],
  ["LARGE", 60, 89],
  ["VERY_LARGE", 90, 2 ** 31 - 1],
];

const cases = Object.values(FacilityCategory).flatMap((category) =>
  (category === "FAMILY_CRECHE" ? family : collective).map(([name, first, last]) => ({ category, name, first, last })),
);

test.each(cases)("$category: from $first to $last places is $name", ({ category, name, first, last }) => {
  expect([sizeClassOf(category, first), sizeClassOf(category, last)]).toEqual([name, name]);
  expect(capacityRange(category, name as FacilitySizeClass)).toEqual({ least: first, most: last });
});

test("a family crèche is never a micro-crèche", () => {
  expect(capacityRange(FacilityCategory.FAMILY_CRECHE, FacilitySizeClass.MICRO)).toBeNull();
});
