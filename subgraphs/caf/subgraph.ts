import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { deliveries } from "../../foundation/numbers/delivery/delivered-number.entity.ts";
import { programmes } from "../../foundation/programmes/programmes.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import * as agreements from "./agreements/readings.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { TerritorialAgreementResolver } from "./agreements/territorial-agreement.resolver.ts";
import { ChildcareFacilityResolver } from "./funding/childcare-facility.resolver.ts";
import { ChildcareFacility } from "./funding/childcare-facility.stub.ts";
import { FacilityFunding } from "./funding/facility-funding.entity.ts";
import { FacilityFundingResolver } from "./funding/facility-funding.resolver.ts";
import * as funding from "./funding/readings.ts";
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
    open: [FacilityFunding],
    resolvers: [ChildcareFacilityResolver, FacilityFundingResolver],
    types: [ChildcareFacility],
    references: { ChildcareFacility: ChildcareFacility.reference },
    readings: funding,
  },
);
