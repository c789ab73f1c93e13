import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { observationTables } from "../../foundation/numbers/observation-tables.ts";
import { observationsDataset } from "../../foundation/numbers/observations.import.ts";
import { territoryParents } from "../../foundation/numbers/territory-parents.import.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { EpciResolver } from "./epci.resolver.ts";
import * as hauteMarne from "./means/haute-marne.import.ts";
import { MsaMeans } from "./means/msa-means.entity.ts";
import { MsaIndicator } from "./msa-indicator.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";
import { programmes } from "./programmes/rural-programme.import.ts";
import { RuralProgrammeResolver } from "./programmes/rural-programme.resolver.ts";
import { TerritorialAgreementResolver } from "./programmes/territorial-agreement.resolver.ts";
import { TerritorialAgreement } from "./programmes/territorial-agreement.stub.ts";
import { ruralProgrammes } from "./readings.ts";
import { Commune, Department, Epci } from "./territory.stub.ts";

export default defineSubgraph({
  name: "msa",
  entities: [...observationTables.open, MsaMeans, RuralProgramme],
  restricted: observationTables.restricted,
  resolvers: [DepartmentResolver, EpciResolver, TerritorialAgreementResolver, RuralProgrammeResolver],
  types: [Commune, MsaIndicator],
  references: {
    Department: Department.reference,
    Epci: Epci.reference,
    Commune: Commune.reference,
    TerritorialAgreement: TerritorialAgreement.reference,
    RuralProgramme: ({ id }, context) => context.load(ruralProgrammes, id),
    MsaIndicator: MsaIndicator.reference,
  },
  datasets: [hauteMarne.agriculturalScheme, hauteMarne.means, programmes, ...territoryParents, observationsDataset("MSA")],
});
