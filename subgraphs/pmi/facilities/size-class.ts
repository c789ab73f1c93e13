import { FacilityCategory, FacilitySizeClass } from "../../../foundation/terms/facility-category.ts";

/** Upper bounds of each class, smallest first; a family crèche is never a micro-crèche. */
const collective: [FacilitySizeClass, number][] = [
  [FacilitySizeClass.MICRO, 12],
  [FacilitySizeClass.SMALL, 24],
  [FacilitySizeClass.MEDIUM, 39],
  [FacilitySizeClass.LARGE, 59],
];
const family: [FacilitySizeClass, number][] = [
  [FacilitySizeClass.SMALL, 29],
  [FacilitySizeClass.MEDIUM, 59],
  [FacilitySizeClass.LARGE, 89],
];

/** @param capacity authorised places */
export function sizeClassOf(category: FacilityCategory, capacity: number): FacilitySizeClass {
  const bounds = category === FacilityCategory.FAMILY_CRECHE ? family : collective;
  return bounds.find(([, upTo]) => capacity <= upTo)?.[0] ?? FacilitySizeClass.VERY_LARGE;
}

/** Lowest and highest capacity of a class. */
export interface CapacityRange {
  least: number;
  most: number;
}

/** @returns null where the category has no such class. */
export function capacityRange(category: FacilityCategory, sizeClass: FacilitySizeClass): CapacityRange | null {
  const bounds = category === FacilityCategory.FAMILY_CRECHE ? family : collective;
  const index = sizeClass === FacilitySizeClass.VERY_LARGE ? bounds.length : bounds.findIndex(([name]) => name === sizeClass);
  if (index < 0) return null;
  return { least: index === 0 ? 0 : bounds[index - 1]![1] + 1, most: bounds[index]?.[1] ?? 2 ** 31 - 1 };
}
