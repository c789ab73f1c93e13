import { observationsDataset } from "../observations/observations.import.ts";
import { observationTables } from "../secrecy/observation-tables.ts";
import { territoryParents } from "../secrecy/territory-parents.import.ts";
import { defineSubgraph } from "../subgraph.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { EpciResolver } from "./epci.resolver.ts";
import * as hauteMarne from "./haute-marne.import.ts";
import { ruralProgrammes } from "./loaders.ts";
import { MsaIndicator } from "./msa-indicator.ts";
import { MsaMeans } from "./msa-means.entity.ts";
import { RuralProgramme } from "./rural-programme.entity.ts";
import { RuralProgrammeResolver } from "./rural-programme.resolver.ts";
import { programmes } from "./rural-programmes.import.ts";
import { TerritorialAgreementResolver } from "./territorial-agreement.resolver.ts";
import { TerritorialAgreement } from "./territorial-agreement.stub.ts";
import { Commune, Department, Epci } from "./territory.stub.ts";

export default defineSubgraph({
  name: "msa",
  entities: [...observationTables.open, MsaMeans, RuralProgramme],
  restricted: observationTables.restricted,
  resolvers: [DepartmentResolver, EpciResolver, TerritorialAgreementResolver, RuralProgrammeResolver],
  types: [Commune, MsaIndicator],
  references: {
    Department: ({ code }) => Object.assign(new Department(), { code }),
    Epci: ({ siren }) => Object.assign(new Epci(), { siren }),
    Commune: ({ code }) => Object.assign(new Commune(), { code }),
    TerritorialAgreement: ({ id }) => Object.assign(new TerritorialAgreement(), { id }),
    RuralProgramme: ({ id }, context) => context.load(ruralProgrammes, id),
    MsaIndicator: MsaIndicator.reference,
  },
  datasets: [hauteMarne.agriculturalScheme, hauteMarne.means, programmes, ...territoryParents, observationsDataset("MSA")],
});
