import { createGatewayRuntime, type GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { type ExecutionResult, GraphQLError, getOperationAST } from "graphql";
import { hubError, isHubCode, messageOf } from "../subgraphs/errors.ts";
import { inFrench } from "./french-errors.ts";
import { limits } from "./limits.ts";
import { countSelections } from "./selections.ts";
import { type RequestContext, type SubgraphCallOptions, subgraphTransport } from "./subgraph-calls.ts";

export interface GatewayOptions extends SubgraphCallOptions {
  /** SDL of any Federation 2 supergraph. */
  supergraph: string;
  /** Refuses operations that select more fields than this, fragments expanded. */
  maxSelections: number;
}

/** The Hive runtime with the Rust planner, closed where it is open by default. Handles `POST /graphql` only. */
export function createGateway(options: GatewayOptions) {
  return createGatewayRuntime<RequestContext>({
    supergraph: options.supergraph,
    unifiedGraphHandler,
    transports: { http: subgraphTransport(options) } as never,
    graphqlEndpoint: "/graphql",
    maskedErrors: false,
    plugins: () => [requestGuard(options)],
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

/** Counts what a request asks for before anything is planned, and presents every error of its answer. */
function requestGuard({ maxSelections }: GatewayOptions): GatewayPlugin<object, RequestContext> {
  return {
    onParse() {
      return ({ result, context }) => {
        if (!result || result instanceof Error) return;
        if (context.trace) context.trace.operation ??= getOperationAST(result)?.name?.value;
        if (countSelections(result, maxSelections) > maxSelections) throw hubError("OPERATION_TOO_LARGE", maxSelections);
      };
    },
    onResultProcess({ result, setResult, serverContext }) {
      const { errors, ...rest } = result as ExecutionResult;
      if (!errors?.length) return;
      const presented = errors.map(presentError);
      const hidden = errors.find(
        (error, index) => presented[index]!.extensions.code === "INTERNAL_ERROR" && !isHubCode(error.extensions?.code),
      );
      if (hidden) (serverContext as RequestContext).trace?.onError("gateway", hidden);
      setResult({ errors: presented, ...rest });
    },
  };
}

export type Gateway = ReturnType<typeof createGateway>;

/** Keeps message (French), path and code; never a stack, a cause, SQL or a file name. */
function presentError(error: unknown): GraphQLError {
  if (isTooDeep(error)) return hubError("OPERATION_TOO_LARGE", limits.maxSelections);
  if (!(error instanceof GraphQLError)) return hubError("INTERNAL_ERROR");
  const { extensions, path, message, nodes, source, positions } = error;
  const http = extensions.http ? { http: extensions.http } : {};
  if (isHubCode(extensions.code)) {
    const from = extensions.source ? { source: extensions.source } : {};
    return new GraphQLError(message, { path, extensions: { code: extensions.code, ...from, ...http } });
  }
  const french = path ? null : inFrench(error);
  if (french === null) return new GraphQLError(messageOf("INTERNAL_ERROR"), { path, extensions: { code: "INTERNAL_ERROR" } });
  const code = message.startsWith("Syntax Error") ? "GRAPHQL_PARSE_FAILED" : ((extensions.code as string) ?? "GRAPHQL_VALIDATION_FAILED");
  return new GraphQLError(french, { nodes, source, positions, extensions: { code, ...http } });
}

/** Parsing recurses: thousands of nested braces exhaust the stack before anything can be counted. */
function isTooDeep(error: unknown): boolean {
  const cause = error instanceof GraphQLError ? error.originalError : error;
  return cause instanceof RangeError && /call stack/.test(cause.message);
}
