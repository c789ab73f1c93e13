import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import { GraphQLError } from "graphql";
import { hubError, isHubCode, messageOf } from "../subgraphs/errors.ts";
import { inFrench } from "./french-errors.ts";
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
    maskedErrors: { maskError: (error) => presentError(error) },
    plugins: () => [
      {
        onParse() {
          return ({ result }: { result: unknown }) => {
            if (!result || result instanceof Error) return;
            if (countSelections(result as never, options.maxSelections) > options.maxSelections)
              throw hubError("OPERATION_TOO_LARGE", options.maxSelections);
          };
        },
      },
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

/** Keeps message (French), path and code; never a stack, a cause, SQL or a file name. */
function presentError(error: unknown): GraphQLError {
  const { extensions, path, message } = (error instanceof GraphQLError ? error : new GraphQLError("")) as GraphQLError;
  const http = extensions.http ? { http: extensions.http } : {};
  if (isHubCode(extensions.code)) {
    const source = extensions.source ? { source: extensions.source } : {};
    return new GraphQLError(message, { path, extensions: { code: extensions.code, ...source, ...http } });
  }
  const isClients =
    error instanceof GraphQLError && (!error.originalError || error.originalError instanceof GraphQLError) && message !== "";
  if (!isClients) return new GraphQLError(messageOf("INTERNAL_ERROR"), { path, extensions: { code: "INTERNAL_ERROR" } });
  const code = message.startsWith("Syntax Error") ? "GRAPHQL_PARSE_FAILED" : ((extensions.code as string) ?? "GRAPHQL_VALIDATION_FAILED");
  return new GraphQLError(inFrench({ message }), {
    nodes: error.nodes,
    source: error.source,
    positions: error.positions,
    path,
    extensions: { code, ...http },
  });
}
