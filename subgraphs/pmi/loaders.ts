import { byKey } from "../context.ts";
import { departmentPages } from "../department-page.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";
import { ChildminderHouse } from "./childminder-house.entity.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";

export const facilitiesById = byKey<string, ChildcareFacility>(
  (ids, { em }) => em.find(ChildcareFacility, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);

export const childminderHousePages = departmentPages({ entity: ChildminderHouse, department: "department_code", key: "id" });

/** Plans with all that is theirs, in one statement. */
export const plansById = byKey<string, InspectionPlan>(
  (ids, { em }) =>
    em.find(
      InspectionPlan,
      { id: { $in: ids } },
      { populate: ["source", "review", "objectives"], strategy: "joined", orderBy: { objectives: { position: "asc" } } },
    ),
  (row) => row.id,
);
