import { today } from "../../../foundation/day.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { recordAccess } from "../../../foundation/graph/journal/record-access.ts";
import { grantFor } from "../../../foundation/rights/rights.ts";
import { PlanStatus } from "../inspections/inspection-terms.ts";
import type { InspectionPlan } from "./inspection-plan.entity.ts";
import type { InspectionReview } from "./inspection-review.entity.ts";
import { isPublished } from "./published.ts";
import { plans, reviews } from "./readings.ts";

const scope = "plans:unpublished";

/** The plan of a department and year, if the caller may see it; one not yet published leaves a line in the journal. */
export async function readPlan(context: Context, id: string): Promise<InspectionPlan | null> {
  const plan = await plans(context, id);
  if (plan && plan.status !== PlanStatus.PUBLISHED) await recordUnpublished(context, plan, `InspectionPlan:${id}`);
  return plan;
}

/** Its review, if the caller may see it; one not yet published leaves a line in the journal. */
export async function readReview(context: Context, plan: InspectionPlan): Promise<InspectionReview | null> {
  const review = await reviews(context, plan.id);
  if (review && !isPublished(review.publishedOn, today(plan.departmentCode)))
    await recordUnpublished(context, plan, `InspectionReview:${plan.id}`);
  return review;
}

function recordUnpublished(context: Context, { departmentCode }: InspectionPlan, subject: string): Promise<void> {
  const grant = grantFor(context.rights, scope, [departmentCode]);
  return recordAccess(context, {
    scope,
    subject,
    departments: [departmentCode],
    rows: 1,
    habilitation: grant?.habilitation ?? null,
    purpose: grant?.purpose ?? null,
    allowed: true,
  });
}
