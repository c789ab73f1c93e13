import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { InspectionObjective } from "./inspection-objective.entity.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { InspectionReview } from "./inspection-review.entity.ts";

/** Those that the caller may see. */
export const plans = one(InspectionPlan, "id", { audience: "restricted" });
export const reviews = one(InspectionReview, "plan", { audience: "restricted" });
export const objectivesOf = many(InspectionObjective, "plan", { order: ["position"], audience: "restricted" });
