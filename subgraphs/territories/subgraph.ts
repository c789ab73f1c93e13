import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import * as populations from "./populations/readings.ts";
import { TerritoryPopulation } from "./populations/territory-population.entity.ts";
import * as territory from "./territory/readings.ts";
import { Territory } from "./territory/territory.entity.ts";
import { TerritoryResolver } from "./territory/territory.resolver.ts";
import { TerritoryDensity } from "./territory/territory-density.entity.ts";
import { TerritoryPart } from "./territory/territory-part.entity.ts";
import { TerritoryPeriod } from "./territory/territory-period.entity.ts";
import { TerritorySuccession } from "./territory/territory-succession.entity.ts";

export default defineSubgraph(
  "territories",
  importedFiles,
  shownNumbers,
  {
    open: [Territory, TerritoryPart, TerritoryPeriod, TerritorySuccession, TerritoryDensity],
    resolvers: [TerritoryResolver],
    references: { Territory: ({ id }, context) => territory.territories(context, id) },
    readings: territory,
  },
  { open: [TerritoryPopulation], readings: populations },
);
