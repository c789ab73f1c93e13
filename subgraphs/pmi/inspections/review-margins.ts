import { type EnumValue, enumeration, meaningOf } from "../../../foundation/enumeration.ts";
import { slug } from "../../../foundation/imports/slug.ts";
import { FacilityCategory } from "../../../foundation/terms/facility-category.ts";
import { type FindingCount, FindingKind } from "./finding-count.entity.ts";
import { CareMode, FollowUpNature, InspectionAuthority, NonComplianceNature } from "./inspection-terms.ts";
import type { RegisterCount } from "./register-count.entity.ts";

export const ReviewDimension = enumeration(
  "ReviewDimension",
  "Selon quoi le bilan annuel compte : une seule chose à la fois (D. 2324-52 CSP).",
  {
    AUTHORITY: "Contrôles, par autorité.",
    MODE: "Contrôles, par mode d'accueil.",
    CATEGORY: "Contrôles d'EAJE, par catégorie.",
    NON_COMPLIANCE: "Non-conformités constatées, par nature.",
    FOLLOW_UP: "Suites données, par nature.",
  },
);
export type ReviewDimension = EnumValue<typeof ReviewDimension>;

interface Margin {
  dimension: ReviewDimension;
  code: string;
  /** French. */
  label: string;
  /** Code of the indicator that it is a value of. */
  measure: string;
  /** Unit of it. */
  unit: string;
  count: number;
}

/** The counts of one department and year. */
interface Register {
  counts: readonly Pick<RegisterCount, "mode" | "category" | "authority" | "done" | "isTotal">[];
  findings: readonly Pick<FindingCount, "kind" | "nature" | "count">[];
}

/**
 * What the law has a department publish of its inspections: a fixed list of counts for the whole department. No count crosses two dimensions: one
 * of a nature in a category may be of one facility.
 */
export function reviewMargins({ counts, findings }: Register): Margin[] {
  const done = (isCounted: (row: Register["counts"][number]) => boolean) =>
    counts.filter((row) => !row.isTotal && isCounted(row)).reduce((sum, row) => sum + row.done, 0);
  const found = (kind: FindingKind, nature: string) =>
    findings.filter((row) => row.kind === kind && row.nature === nature).reduce((sum, { count }) => sum + count, 0);
  const { AUTHORITY, MODE, CATEGORY, NON_COMPLIANCE, FOLLOW_UP } = ReviewDimension;
  return [
    ...each(InspectionAuthority, AUTHORITY, "inspections", "contrôles", (code) => done(({ authority }) => authority === code)),
    ...each(CareMode, MODE, "inspections", "contrôles", (code) => done(({ mode }) => mode === code)),
    ...each(FacilityCategory, CATEGORY, "inspections", "contrôles", (code) => done(({ category }) => category === code)),
    ...each(NonComplianceNature, NON_COMPLIANCE, "non-compliances", "non-conformités", (code) => found(FindingKind.NON_COMPLIANCE, code)),
    ...each(FollowUpNature, FOLLOW_UP, "follow-ups", "suites", (code) => found(FindingKind.FOLLOW_UP, code)),
  ];
}

function each<Code extends string>(
  codes: { readonly [name in Code]: Code },
  dimension: ReviewDimension,
  of: string,
  unit: string,
  countOf: (code: Code) => number,
): Margin[] {
  return Object.values<Code>(codes).map((code) => ({
    ...{ dimension, code, label: meaningOf(codes, code), measure: `${of}-${slug(code)}`, unit, count: countOf(code) },
  }));
}
