import { journal } from "../../foundation/graph/journal/journal.ts";
import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { deliveries } from "../../foundation/numbers/delivery/delivered-number.entity.ts";
import { programmes } from "../../foundation/programmes/programmes.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import { MsaMeans } from "./means/msa-means.entity.ts";
import * as means from "./means/readings.ts";
import * as readings from "./programmes/readings.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";
import { RuralProgrammeResolver } from "./programmes/rural-programme.resolver.ts";
import { TerritorialAgreementResolver } from "./programmes/territorial-agreement.resolver.ts";
import { TerritorialAgreement } from "./programmes/territorial-agreement.stub.ts";
import { TerritoryResolver } from "./territory.resolver.ts";
import { Territory } from "./territory.stub.ts";

export default defineSubgraph(
  "msa",
  importedFiles,
  deliveries,
  journal("msa"),
  programmes,
  shownNumbers,
  { open: [MsaMeans], readings: means },
  {
    open: [RuralProgramme],
    resolvers: [TerritoryResolver, TerritorialAgreementResolver, RuralProgrammeResolver],
    references: {
      Territory: Territory.reference,
      TerritorialAgreement: TerritorialAgreement.reference,
      RuralProgramme: ({ id }, context) => readings.ruralProgrammes(context, id),
    },
    readings,
  },
);
