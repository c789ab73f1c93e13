import { observationsDataset } from "../observations/observations.import.ts";
import { observationTables } from "../secrecy/observation-tables.ts";
import { territoryParents } from "../secrecy/territory-parents.import.ts";
import { defineSubgraph } from "../subgraph.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";
import { ChildcareFacilityResolver } from "./childcare-facility.resolver.ts";
import { ChildminderHouse } from "./childminder-house.entity.ts";
import { Commune } from "./commune.stub.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { Department } from "./department.stub.ts";
import * as drees from "./drees.import.ts";
import * as exchange from "./exchange.import.ts";
import { FamilyServicesCommitteeResolver } from "./family-services-committee.resolver.ts";
import { FamilyServicesCommittee } from "./family-services-committee.stub.ts";
import { FindingCount } from "./finding-count.entity.ts";
import * as hauteMarne from "./haute-marne.import.ts";
import { PmiIndicator } from "./indicators.ts";
import { Inspection } from "./inspection.entity.ts";
import { FacilityInspectionsResolver, InspectionResolver, ScheduledInspectionResolver } from "./inspection.resolver.ts";
import { InspectionObjective } from "./inspection-objective.entity.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { InspectionObjectiveResolver, InspectionPlanResolver } from "./inspection-plan.resolver.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { InspectionReviewResolver } from "./inspection-review.resolver.ts";
import { facilitiesById, plansById } from "./loaders.ts";
import { RegisterCount } from "./register-count.entity.ts";
import { RegisterYear } from "./register-year.entity.ts";
import { ScheduledInspection } from "./scheduled-inspection.entity.ts";

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
    Department: ({ code }) => Object.assign(new Department(), { code }),
    FamilyServicesCommittee: ({ id }) => Object.assign(new FamilyServicesCommittee(), { id }),
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
