import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";

/** Printed types of facilities, and the category of R. 2324-17 each belongs to. */
export const facilityTypes = {
  "multi-accueil": FacilityCategory.MULTI_CARE,
  "creche-collective": FacilityCategory.COLLECTIVE_CRECHE,
  "halte-garderie": FacilityCategory.COLLECTIVE_CRECHE,
  "micro-creche": FacilityCategory.COLLECTIVE_CRECHE,
  "creche-familiale": FacilityCategory.FAMILY_CRECHE,
  "jardin-d-enfants": FacilityCategory.KINDERGARTEN,
} as const;

export const facilityTypeNames = Object.keys(facilityTypes) as [keyof typeof facilityTypes, ...(keyof typeof facilityTypes)[]];
