import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { CallerResolver } from "./caller/caller.resolver.ts";
import { CallerRightsResolver } from "./caller/caller-rights.resolver.ts";
import { Client } from "./clients/client.entity.ts";
import { clients } from "./clients/client.import.ts";
import { IssuerClientResolver } from "./clients/issuer-client.resolver.ts";
import { Habilitation } from "./habilitations/habilitation.entity.ts";
import { habilitations } from "./habilitations/habilitation.import.ts";
import { HabilitationResolver } from "./habilitations/habilitation.resolver.ts";

export default defineSubgraph({
  name: "access",
  entities: [Client, Habilitation],
  resolvers: [CallerResolver, HabilitationResolver, CallerRightsResolver, IssuerClientResolver],
  references: {},
  datasets: [clients, habilitations],
});
