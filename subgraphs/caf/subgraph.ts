import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { deliveries } from "../../foundation/numbers/delivery/delivered-number.entity.ts";
import { programmes } from "../../foundation/programmes/programmes.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import * as agreements from "./agreements/readings.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { TerritorialAgreementResolver } from "./agreements/territorial-agreement.resolver.ts";
import { ChildcareFacility } from "./funding/childcare-facility.stub.ts";
import { Funding } from "./funding/funding.entity.ts";
import {
  ChildcareFacilityResolver,
  FundedProjectResolver,
  FundedServiceResolver,
  FundingResolver,
  TerritoryFundingsResolver,
} from "./funding/funding.resolver.ts";
import { Project } from "./funding/project.stub.ts";
import * as funding from "./funding/readings.ts";
import { AvipLabel } from "./labels/avip-label.entity.ts";
import { AvipLabelResolver, LabelledFacilityResolver, TerritoryLabelsResolver } from "./labels/avip-label.resolver.ts";
import * as labels from "./labels/readings.ts";
import { FamilyService } from "./services/family-service.entity.ts";
import { FamilyServiceResolver } from "./services/family-service.resolver.ts";
import * as services from "./services/readings.ts";
import { ServiceActivity } from "./services/service-activity.entity.ts";
import { TerritoryResolver } from "./territory.resolver.ts";
import { Territory } from "./territory.stub.ts";

export default defineSubgraph(
  "caf",
  importedFiles,
  deliveries,
  journal("caf"),
  programmes,
  shownNumbers,
  {
    resolvers: [TerritoryResolver],
    types: [Territory],
    references: { Territory: Territory.reference },
  },
  {
    open: [TerritorialAgreement],
    resolvers: [TerritorialAgreementResolver],
    references: { TerritorialAgreement: ({ id }, context) => agreements.agreements(context, id) },
    readings: agreements,
  },
  { open: [FamilyService, ServiceActivity], resolvers: [FamilyServiceResolver], readings: services },
  {
    open: [Funding],
    resolvers: [ChildcareFacilityResolver, FundedServiceResolver, FundedProjectResolver, FundingResolver, TerritoryFundingsResolver],
    types: [ChildcareFacility, Project],
    references: {
      ChildcareFacility: ChildcareFacility.reference,
      Project: Project.reference,
      Funding: ({ id }, context) => funding.fundings(context, id),
    },
    readings: funding,
  },
  { open: [AvipLabel], resolvers: [AvipLabelResolver, LabelledFacilityResolver, TerritoryLabelsResolver], readings: labels },
);
