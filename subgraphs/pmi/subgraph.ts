import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { observationTables } from "../../foundation/numbers/observation-tables.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/territory-parents.import.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import * as exchange from "./exchange.import.ts";
import { ChildcareFacility } from "./facilities/childcare-facility.entity.ts";
import { ChildcareFacilityResolver } from "./facilities/childcare-facility.resolver.ts";
import { ChildminderHouse } from "./facilities/childminder-house.entity.ts";
import * as drees from "./facilities/drees.import.ts";
import * as hauteMarne from "./facilities/haute-marne.import.ts";
import { FindingCount } from "./inspections/finding-count.entity.ts";
import { PmiIndicator } from "./inspections/indicators.ts";
import { Inspection } from "./inspections/inspection.entity.ts";
import { FacilityInspectionsResolver, InspectionResolver, ScheduledInspectionResolver } from "./inspections/inspection.resolver.ts";
import { RegisterCount } from "./inspections/register-count.entity.ts";
import { RegisterYear } from "./inspections/register-year.entity.ts";
import { ScheduledInspection } from "./inspections/scheduled-inspection.entity.ts";
import { FamilyServicesCommitteeResolver } from "./plans/family-services-committee.resolver.ts";
import { FamilyServicesCommittee } from "./plans/family-services-committee.stub.ts";
import { InspectionObjective } from "./plans/inspection-objective.entity.ts";
import { InspectionPlan } from "./plans/inspection-plan.entity.ts";
import { InspectionObjectiveResolver, InspectionPlanResolver } from "./plans/inspection-plan.resolver.ts";
import { InspectionReview } from "./plans/inspection-review.entity.ts";
import { InspectionReviewResolver } from "./plans/inspection-review.resolver.ts";
import { facilitiesById, plansById } from "./readings.ts";
import { Commune, Department } from "./territory.stub.ts";

export default defineSubgraph({
  name: "pmi",
  entities: [ChildcareFacility, ChildminderHouse, RegisterYear, RegisterCount, FindingCount, ...observationTables.open],
  restricted: [Inspection, ScheduledInspection, InspectionPlan, InspectionObjective, InspectionReview, ...observationTables.restricted],
  resolvers: [
    ChildcareFacilityResolver,
    FacilityInspectionsResolver,
    InspectionResolver,
    ScheduledInspectionResolver,
    DepartmentResolver,
    FamilyServicesCommitteeResolver,
    InspectionPlanResolver,
    InspectionObjectiveResolver,
    InspectionReviewResolver,
  ],
  types: [Department, Commune, FamilyServicesCommittee, PmiIndicator],
  references: {
    Department: Department.reference,
    FamilyServicesCommittee: FamilyServicesCommittee.reference,
    ChildcareFacility: ({ id }, context) => context.load(facilitiesById, id),
    InspectionPlan: ({ id }, context) => context.load(plansById, id),
    PmiIndicator: PmiIndicator.reference,
  },
  datasets: [
    ...Object.values(drees),
    ...Object.values(hauteMarne),
    ...Object.values(exchange),
    ...territoryParents,
    observationsDataset("Conseil départemental (PMI)", ["T7", "T8"]),
  ],
});
