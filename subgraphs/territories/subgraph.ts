import { defineSubgraph } from "../subgraph.ts";
import { Commune } from "./commune.entity.ts";
import { CommuneResolver } from "./commune.resolver.ts";
import * as decoupage from "./decoupage.import.ts";
import { Department } from "./department.entity.ts";
import { DepartmentResolver } from "./department.resolver.ts";
import { Epci } from "./epci.entity.ts";
import { EpciResolver } from "./epci.resolver.ts";
import { EpciMember } from "./epci-member.entity.ts";
import { FormerEpci } from "./former-epci.entity.ts";
import { FormerEpciResolver } from "./former-epci.resolver.ts";
import * as hauteMarne from "./haute-marne.import.ts";
import * as load from "./loaders.ts";
import { Region } from "./region.entity.ts";
import { RegionResolver } from "./region.resolver.ts";

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
