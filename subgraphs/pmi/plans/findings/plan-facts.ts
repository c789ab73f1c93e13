import type { RegisterCount } from "../../inspections/register-count.entity.ts";
import type { InspectionObjective } from "../inspection-objective.entity.ts";
import type { InspectionPlan } from "../inspection-plan.entity.ts";
import type { InspectionReview } from "../inspection-review.entity.ts";

/** What is known of a plan by whoever may see it. */
export interface PlanFacts {
  plan: Pick<
    InspectionPlan,
    "year" | "status" | "establishedOn" | "publishedOn" | "authorisedFacilities" | "licensedChildminders" | "homeCareProviders"
  >;
  objectives: readonly Pick<InspectionObjective, "mode">[];
  /** Null: none, or it is not public. */
  review: Pick<InspectionReview, "presentedOn" | "annexedOn"> | null;
  /** The counts of the register; null: they are not public yet. */
  counts: readonly Pick<RegisterCount, "mode" | "facilities" | "isTotal">[] | null;
  /** AAAA-MM-JJ, in the department. */
  today: string;
}
