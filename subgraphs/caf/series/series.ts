/** Formal childcare of young children, as Cnaf's coverage rate sees it. */
export enum ChildcareMode {
  TOTAL = "TOTAL",
  FACILITY_PSU = "FACILITY_PSU",
  FACILITY_NON_PSU = "FACILITY_NON_PSU",
  FACILITY = "FACILITY",
  PRESCHOOL = "PRESCHOOL",
  CHILDMINDER = "CHILDMINDER",
  HOME_CARE = "HOME_CARE",
  INDIVIDUAL = "INDIVIDUAL",
}

interface Series {
  measure: string;
  unit: string;
}

const rate = (measure: string): Series => ({ measure, unit: "places pour 100 enfants de moins de 3 ans" });
const places = (measure: string): Series => ({ measure, unit: "places" });

/** The two series of each mode: codes of the catalogue. */
export const coverageSeries: Record<ChildcareMode, { rate: Series; places: Series }> = {
  [ChildcareMode.TOTAL]: { rate: rate("B01"), places: places("B08") },
  [ChildcareMode.FACILITY_PSU]: { rate: rate("B03"), places: places("places-facility-psu") },
  [ChildcareMode.FACILITY_NON_PSU]: { rate: rate("B04"), places: places("places-facility-non-psu") },
  [ChildcareMode.FACILITY]: { rate: rate("coverage-facility"), places: places("places-facility") },
  [ChildcareMode.PRESCHOOL]: { rate: rate("B07"), places: places("places-preschool") },
  [ChildcareMode.CHILDMINDER]: { rate: rate("B05"), places: places("places-childminder") },
  [ChildcareMode.HOME_CARE]: { rate: rate("B06"), places: places("places-home-care") },
  [ChildcareMode.INDIVIDUAL]: { rate: rate("coverage-individual"), places: places("places-individual") },
};

export const beneficiaries: Series = { measure: "caf-beneficiaries", unit: "allocataires" };
