import { today } from "../../foundation/day.ts";
import { type Batch, byKey, type Context } from "../../foundation/graph/context.ts";
import { territoryPages } from "../../foundation/graph/territory-page.ts";
import { recordAccess } from "../../foundation/rights/access-journal.ts";
import { grantFor } from "../../foundation/rights/rights.ts";
import { ChildcareFacility } from "./facilities/childcare-facility.entity.ts";
import { ChildminderHouse } from "./facilities/childminder-house.entity.ts";
import { Inspection } from "./inspections/inspection.entity.ts";
import { PlanStatus } from "./inspections/inspection-terms.ts";
import { ScheduledInspection } from "./inspections/scheduled-inspection.entity.ts";
import { InspectionPlan } from "./plans/inspection-plan.entity.ts";
import { isPublished } from "./plans/published.ts";

export const facilitiesById = byKey<string, ChildcareFacility>(
  (ids, { em }) => em.find(ChildcareFacility, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);

export const childminderHousePages = territoryPages({ entity: ChildminderHouse, territory: "department_code", key: "id" });

export const departmentInspectionPages = territoryPages({ entity: Inspection, territory: "department_code", key: "id", filter: "year" });
export const facilityInspectionPages = territoryPages({ entity: Inspection, territory: "facility", key: "id" });
export const departmentSchedulePages = territoryPages({ entity: ScheduledInspection, territory: "department_code", key: "id" });
export const facilitySchedulePages = territoryPages({ entity: ScheduledInspection, territory: "facility", key: "id" });

/** Plans that the caller may see, with all that is theirs, in one statement; reading one not yet published leaves a line in the journal. */
export const plansById: Batch<string, InspectionPlan | null> = async (ids, context) => {
  const found = await context.em.find(
    InspectionPlan,
    { id: { $in: [...ids] } },
    { populate: ["source", "review", "objectives"], strategy: "joined", orderBy: { objectives: { position: "asc" } } },
  );
  const plans = new Map(found.map((plan) => [plan.id, plan]));
  const read = async (plan: InspectionPlan | null) => {
    if (!plan || isWhollyPublished(plan)) return plan;
    try {
      await recordUnpublished(context, plan);
    } catch (error) {
      if (plan.status !== PlanStatus.PUBLISHED) throw error;
      plan.review = null; // the plan is open data, its review is not yet
    }
    return plan;
  };
  return Promise.all(ids.map((id) => read(plans.get(id) ?? null).catch((error) => error)));
};

function isWhollyPublished({ status, review, departmentCode }: InspectionPlan): boolean {
  return status === PlanStatus.PUBLISHED && (!review || isPublished(review.publishedOn, today(departmentCode)));
}

function recordUnpublished(context: Context, { id, departmentCode }: InspectionPlan): Promise<void> {
  const scope = "plans:unpublished";
  const grant = grantFor(context.rights, scope, [departmentCode]);
  return recordAccess(context, {
    scope,
    subject: `InspectionPlan:${id}`,
    departments: [departmentCode],
    rows: 1,
    habilitation: grant?.habilitation ?? null,
    purpose: grant?.purpose ?? null,
    allowed: true,
  });
}
