import { defineSubgraph } from "../subgraph.ts";
import { CallerResolver } from "./caller.resolver.ts";
import { CallerRightsResolver } from "./caller-rights.resolver.ts";
import { Client } from "./client.entity.ts";
import { clients } from "./clients.import.ts";
import { Habilitation } from "./habilitation.entity.ts";
import { HabilitationResolver } from "./habilitation.resolver.ts";
import { habilitations } from "./habilitations.import.ts";
import { IssuerClientResolver } from "./issuer-client.resolver.ts";

export default defineSubgraph({
  name: "access",
  entities: [Client, Habilitation],
  resolvers: [CallerResolver, HabilitationResolver, CallerRightsResolver, IssuerClientResolver],
  references: {},
  datasets: [clients, habilitations],
});
