import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { observationTables } from "../../foundation/numbers/observation-tables.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/territory-parents.import.ts";
import * as hauteMarneAgreements from "./agreements/haute-marne.import.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { agreements } from "./agreements/territorial-agreement.import.ts";
import { TerritorialAgreementResolver } from "./agreements/territorial-agreement.resolver.ts";
import { CafIndicator } from "./caf-indicator.ts";
import { CommuneResolver } from "./commune.resolver.ts";
import * as coverage from "./coverage/coverage.import.ts";
import * as hauteMarneCoverage from "./coverage/haute-marne.import.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { EpciResolver } from "./epci.resolver.ts";
import { FormerEpciResolver } from "./former-epci.resolver.ts";
import { ChildcareFacilityResolver } from "./funding/childcare-facility.resolver.ts";
import { ChildcareFacility } from "./funding/childcare-facility.stub.ts";
import { FacilityFunding } from "./funding/facility-funding.entity.ts";
import { funding } from "./funding/facility-funding.import.ts";
import { FacilityFundingResolver } from "./funding/facility-funding.resolver.ts";
import * as load from "./readings.ts";
import { FamilyService } from "./services/family-service.entity.ts";
import { familyServices } from "./services/family-service.import.ts";
import { FamilyServiceResolver } from "./services/family-service.resolver.ts";
import { FamilyServiceFigure } from "./services/family-service-figure.entity.ts";
import * as hauteMarneServices from "./services/haute-marne.import.ts";
import { Commune, Department, Epci, FormerEpci } from "./territory.stub.ts";

export default defineSubgraph({
  name: "caf",
  entities: [...observationTables.open, TerritorialAgreement, FamilyService, FamilyServiceFigure, FacilityFunding],
  restricted: observationTables.restricted,
  resolvers: [
    DepartmentResolver,
    EpciResolver,
    FormerEpciResolver,
    CommuneResolver,
    TerritorialAgreementResolver,
    FamilyServiceResolver,
    ChildcareFacilityResolver,
    FacilityFundingResolver,
  ],
  types: [CafIndicator, ChildcareFacility, Department, Epci, FormerEpci, Commune],
  references: {
    CafIndicator: CafIndicator.reference,
    TerritorialAgreement: ({ id }, context) => context.load(load.agreements, id),
    ChildcareFacility: ChildcareFacility.reference,
    Department: Department.reference,
    Epci: Epci.reference,
    FormerEpci: FormerEpci.reference,
    Commune: Commune.reference,
  },
  datasets: [
    coverage.coverage,
    coverage.places,
    ...Object.values(hauteMarneCoverage),
    ...Object.values(hauteMarneAgreements),
    ...Object.values(hauteMarneServices),
    agreements,
    familyServices,
    funding,
    ...territoryParents,
    observationsDataset("Cnaf"),
  ],
});
