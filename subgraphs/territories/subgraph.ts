import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { shownNumbers } from "../../foundation/numbers/numbers.ts";
import { Commune } from "./communes/commune.entity.ts";
import { CommuneResolver } from "./communes/commune.resolver.ts";
import * as communes from "./communes/readings.ts";
import { Department } from "./departments/department.entity.ts";
import { DepartmentResolver } from "./departments/department.resolver.ts";
import * as departments from "./departments/readings.ts";
import { Region } from "./departments/region.entity.ts";
import { RegionResolver } from "./departments/region.resolver.ts";
import { Epci } from "./epcis/epci.entity.ts";
import { EpciResolver } from "./epcis/epci.resolver.ts";
import { EpciMember } from "./epcis/epci-member.entity.ts";
import { FormerEpci } from "./epcis/former-epci.entity.ts";
import { FormerEpciResolver } from "./epcis/former-epci.resolver.ts";
import * as epcis from "./epcis/readings.ts";

export default defineSubgraph(
  "territories",
  importedFiles,
  shownNumbers,
  {
    open: [Region, Department],
    resolvers: [RegionResolver, DepartmentResolver],
    references: {
      Region: ({ code }, context) => departments.regions(context, code),
      Department: ({ code }, context) => departments.departments(context, code),
    },
    readings: departments,
  },
  {
    open: [Epci, EpciMember, FormerEpci],
    resolvers: [EpciResolver, FormerEpciResolver],
    references: {
      Epci: ({ siren }, context) => epcis.epcis(context, siren),
      FormerEpci: ({ code }, context) => epcis.formerEpcis(context, code),
    },
    readings: epcis,
  },
  {
    open: [Commune],
    resolvers: [CommuneResolver],
    references: { Commune: ({ code }, context) => communes.communes(context, code) },
    readings: communes,
  },
);
