import { defineSubgraph } from "../../foundation/graph/subgraph.ts";
import { importedFiles } from "../../foundation/imports/imported-file.ts";
import { CallerResolver } from "./caller/caller.resolver.ts";
import { CallerRightsResolver } from "./caller/caller-rights.resolver.ts";
import { IssuerClientResolver } from "./caller/issuer-client.resolver.ts";
import * as callers from "./caller/readings.ts";
import { Client } from "./clients/client.entity.ts";
import * as clients from "./clients/readings.ts";
import { Habilitation } from "./habilitations/habilitation.entity.ts";
import { HabilitationResolver } from "./habilitations/habilitation.resolver.ts";
import * as habilitations from "./habilitations/readings.ts";

export default defineSubgraph(
  "access",
  importedFiles,
  { open: [Client], readings: clients },
  { open: [Habilitation], resolvers: [HabilitationResolver], readings: habilitations },
  { resolvers: [CallerResolver, CallerRightsResolver, IssuerClientResolver], readings: callers },
);
