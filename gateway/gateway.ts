import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { closeIntrospection } from "./close-introspection.ts";
import { charge } from "./cost/charge.ts";
import { checkLimits } from "./cost/check-limits.ts";
import type { Limits } from "./cost/limits.ts";
import { knownOperationTypes } from "./known-operation-types.ts";
import { mergeSelections } from "./merge-selections.ts";
import { planAndExecute } from "./plan-and-execute.ts";
import { presentErrors } from "./present-errors.ts";
import type { RequestContext } from "./request-context.ts";
import { scopeGuard } from "./scope-guard.ts";
import { type SubgraphCallOptions, subgraphTransport } from "./subgraph-calls.ts";

export interface GatewayOptions extends SubgraphCallOptions {
  /** SDL of any Federation 2 supergraph. */
  supergraph: string;
  limits: Limits;
  /** Whether callers without a token may read the schema. */
  openIntrospection: boolean;
}

/** The Hive runtime with the Rust planner, closed where it is open by default. Handles `POST /graphql` only. */
export function createGateway(options: GatewayOptions) {
  return createGatewayRuntime<RequestContext>({
    supergraph: options.supergraph,
    unifiedGraphHandler,
    transports: { http: subgraphTransport(options) } as never,
    graphqlEndpoint: "/graphql",
    maskedErrors: false,
    plugins: () => [
      checkLimits(options.limits),
      knownOperationTypes(),
      ...(options.openIntrospection ? [] : [closeIntrospection()]),
      mergeSelections(options.limits),
      scopeGuard(),
      charge(options.supergraph, options.limits),
      planAndExecute(),
      presentErrors(),
    ],
    logging: false,
    landingPage: false,
    graphiql: false,
    cors: false,
    requestId: false,
    subgraphErrors: false,
    executionCancellation: true,
    upstreamCancellation: true,
    multipart: false,
  });
}

export type Gateway = ReturnType<typeof createGateway>;
