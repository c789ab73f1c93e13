import { observationsDataset } from "../observations/observations.import.ts";
import { observationTables } from "../secrecy/observation-tables.ts";
import { territoryParents } from "../secrecy/territory-parents.import.ts";
import { defineSubgraph } from "../subgraph.ts";
import { CafIndicator } from "./caf-indicator.ts";
import { ChildcareFacilityResolver } from "./childcare-facility.resolver.ts";
import { ChildcareFacility } from "./childcare-facility.stub.ts";
import { CommuneResolver } from "./commune.resolver.ts";
import { Commune } from "./commune.stub.ts";
import * as coverage from "./coverage.import.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { Department } from "./department.stub.ts";
import { EpciResolver } from "./epci.resolver.ts";
import { Epci } from "./epci.stub.ts";
import { FacilityFunding } from "./facility-funding.entity.ts";
import { funding } from "./facility-funding.import.ts";
import { FacilityFundingResolver } from "./facility-funding.resolver.ts";
import { FamilyService } from "./family-service.entity.ts";
import { familyServices } from "./family-service.import.ts";
import { FamilyServiceResolver } from "./family-service.resolver.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";
import { FormerEpciResolver } from "./former-epci.resolver.ts";
import { FormerEpci } from "./former-epci.stub.ts";
import * as hauteMarneAgreements from "./haute-marne-agreements.import.ts";
import * as hauteMarneCoverage from "./haute-marne-coverage.import.ts";
import * as hauteMarneServices from "./haute-marne-services.import.ts";
import * as load from "./loaders.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";
import { agreements } from "./territorial-agreement.import.ts";
import { TerritorialAgreementResolver } from "./territorial-agreement.resolver.ts";

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
    ChildcareFacility: ({ id }) => Object.assign(new ChildcareFacility(), { id }),
    Department: ({ code }) => Object.assign(new Department(), { code }),
    Epci: ({ siren }) => Object.assign(new Epci(), { siren }),
    FormerEpci: ({ code }) => Object.assign(new FormerEpci(), { code }),
    Commune: ({ code }) => Object.assign(new Commune(), { code }),
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
