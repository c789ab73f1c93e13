import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { Commune } from "./communes/commune.entity.ts";
import { CommuneResolver } from "./communes/commune.resolver.ts";
import * as decoupage from "./decoupage.import.ts";
import { Department } from "./departments/department.entity.ts";
import { DepartmentResolver } from "./departments/department.resolver.ts";
import { Region } from "./departments/region.entity.ts";
import { RegionResolver } from "./departments/region.resolver.ts";
import { Epci } from "./epcis/epci.entity.ts";
import { EpciResolver } from "./epcis/epci.resolver.ts";
import { EpciMember } from "./epcis/epci-member.entity.ts";
import { FormerEpci } from "./epcis/former-epci.entity.ts";
import { FormerEpciResolver } from "./epcis/former-epci.resolver.ts";
import * as hauteMarne from "./epcis/haute-marne.import.ts";
import * as load from "./readings.ts";

export default defineSubgraph({
  name: "territories",
  entities: [Region, Department, Epci, EpciMember, FormerEpci, Commune],
  resolvers: [RegionResolver, DepartmentResolver, EpciResolver, FormerEpciResolver, CommuneResolver],
  references: {
    Region: ({ code }, context) => context.load(load.regions, code),
    Department: ({ code }, context) => context.load(load.departments, code),
    Epci: ({ siren }, context) => context.load(load.epcis, siren),
    FormerEpci: ({ code }, context) => context.load(load.formerEpcis, code),
    Commune: ({ code }, context) => context.load(load.communes, code),
  },
  datasets: [decoupage.regions, decoupage.departments, decoupage.communes, decoupage.epcis, hauteMarne.formerEpcis],
});
