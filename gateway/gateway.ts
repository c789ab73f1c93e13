import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import type { ExecutionResult } from "graphql";
import { scalars } from "../foundation/graph/scalars.ts";
import type { Limits } from "../foundation/limits.ts";
import { presentErrors, presentRefusal } from "./answer/present-errors.ts";
import { Refused } from "./answer/refused.ts";
import { charge } from "./operation/charge.ts";
import { clientSchema } from "./operation/client-schema.ts";
import { mergeSelections } from "./operation/merge-selections.ts";
import { planAndExecute } from "./operation/plan-and-execute.ts";
import { createPreparation } from "./operation/prepare.ts";
import { scopeGuard } from "./operation/scope-guard.ts";
import type { GraphqlRequest, RequestContext } from "./request-context.ts";
import { type SubgraphCallOptions, subgraphTransport } from "./sources/subgraph-calls.ts";

export interface GatewayOptions extends SubgraphCallOptions {
  /** SDL of any Federation 2 supergraph. */
  supergraph: string;
  limits: Limits;
  /** Whether callers without a token may read the schema. */
  openIntrospection: boolean;
}

export interface Gateway extends AsyncDisposable {
  /** Never throws. An answer without `data` is a refusal: `extensions.http` of its first error has status and headers, if they are not the usual ones. */
  answer(request: GraphqlRequest, context: RequestContext): Promise<ExecutionResult>;
}

/**
 * Prepares each request for the Hive runtime with the Rust planner, which is closed where it is open by default. It has no HTTP of its own.
 * @throws where the runtime refuses the supergraph.
 */
export async function createGateway({ supergraph, limits, openIntrospection, ...calls }: GatewayOptions): Promise<Gateway> {
  await using opening = new AsyncDisposableStack();
  const runtime = createGatewayRuntime<RequestContext>({
    supergraph,
    unifiedGraphHandler,
    transports: { http: subgraphTransport({ ...calls, limits }) } as never,
    maskedErrors: false,
    plugins: () => [mergeSelections(limits), scopeGuard(), charge(supergraph, limits), planAndExecute()],
    logging: false,
    landingPage: false,
    graphiql: false,
    cors: false,
    requestId: false,
    subgraphErrors: false,
    multipart: false,
  });

  opening.defer(async () => runtime[Symbol.asyncDispose]());
  const schema = clientSchema(await runtime.getSchema(), scalars);
  const prepare = createPreparation(schema, limits, openIntrospection);

  async function execute(request: GraphqlRequest, context: RequestContext): Promise<ExecutionResult> {
    const { document, operationName, variableValues } = prepare(request, context);
    const { execute, contextFactory } = runtime.getEnveloped({ ...context, headers: {} });
    return execute({ schema, document, operationName, variableValues, contextValue: await contextFactory() });
  }

  const opened = opening.move();
  return {
    async answer(request, context) {
      try {
        const { errors, ...rest } = await execute(request, context);
        return { ...(errors?.length && { errors: presentErrors(errors, context) }), ...rest };
      } catch (cause) {
        return { errors: presentRefusal(cause instanceof Refused ? cause.errors : [cause], context) };
      }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
