import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { deliveries } from "../../foundation/numbers/delivery/delivered-number.entity.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import { ChildcareFacility } from "./facilities/childcare-facility.entity.ts";
import { ChildcareFacilityResolver } from "./facilities/childcare-facility.resolver.ts";
import { ChildminderHouse } from "./facilities/childminder-house.entity.ts";
import * as facilities from "./facilities/readings.ts";
import { FindingCount } from "./inspections/finding-count.entity.ts";
import { Inspection } from "./inspections/inspection.entity.ts";
import { FacilityInspectionsResolver, InspectionResolver, ScheduledInspectionResolver } from "./inspections/inspection.resolver.ts";
import * as inspections from "./inspections/readings.ts";
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
import * as plans from "./plans/readings.ts";
import { readPlan } from "./plans/unpublished.ts";
import { TerritoryResolver } from "./territory.resolver.ts";
import { Territory } from "./territory.stub.ts";

export default defineSubgraph(
  "pmi",
  importedFiles,
  deliveries,
  journal("pmi"),
  shownNumbers,
  {
    open: [ChildcareFacility, ChildminderHouse],
    resolvers: [ChildcareFacilityResolver],
    references: { ChildcareFacility: ({ id }, context) => facilities.facilities(context, id) },
    readings: facilities,
  },
  {
    open: [RegisterYear, RegisterCount, FindingCount],
    restricted: [Inspection, ScheduledInspection],
    resolvers: [TerritoryResolver, FacilityInspectionsResolver, InspectionResolver, ScheduledInspectionResolver],
    types: [Territory],
    references: { Territory: Territory.reference },
    readings: inspections,
  },
  {
    restricted: [InspectionPlan, InspectionObjective, InspectionReview],
    resolvers: [FamilyServicesCommitteeResolver, InspectionPlanResolver, InspectionObjectiveResolver, InspectionReviewResolver],
    types: [FamilyServicesCommittee],
    references: {
      FamilyServicesCommittee: FamilyServicesCommittee.reference,
      InspectionPlan: ({ id }, context) => readPlan(context, id),
    },
    readings: plans,
  },
);
