import { Observation } from "../observation.ts";
import { observationsDataset } from "../observations.import.ts";
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
import * as hauteMarne from "./haute-marne.import.ts";
import { PmiIndicator } from "./indicators.ts";
import { Inspection } from "./inspection.entity.ts";
import { InspectionObjective } from "./inspection-objective.entity.ts";
import { InspectionPlan } from "./inspection-plan.entity.ts";
import { InspectionObjectiveResolver, InspectionPlanResolver } from "./inspection-plan.resolver.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { InspectionReviewResolver } from "./inspection-review.resolver.ts";
import { facilitiesById, plansById } from "./loaders.ts";

export default defineSubgraph({
  name: "pmi",
  entities: [ChildcareFacility, ChildminderHouse, Inspection, InspectionPlan, InspectionObjective, InspectionReview, Observation],
  resolvers: [
    ChildcareFacilityResolver,
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
    observationsDataset("Conseil départemental (PMI)", ["T7", "T8"]),
  ],
});
