import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import type { Limits } from "../foundation/limits.ts";
import { presentErrors } from "./answer/present-errors.ts";
import { charge } from "./operation/charge.ts";
import { checkLimits } from "./operation/check-limits.ts";
import { closeIntrospection } from "./operation/close-introspection.ts";
import { knownOperationTypes } from "./operation/known-operation-types.ts";
import { mergeSelections } from "./operation/merge-selections.ts";
import { planAndExecute } from "./operation/plan-and-execute.ts";
import { scopeGuard } from "./operation/scope-guard.ts";
import type { RequestContext } from "./request-context.ts";
import { type SubgraphCallOptions, subgraphTransport } from "./sources/subgraph-calls.ts";

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
