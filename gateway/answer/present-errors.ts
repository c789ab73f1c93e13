import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { type ExecutionResult, GraphQLError } from "graphql";
import { internalError, isHubCode, shownExtensions } from "../../foundation/errors.ts";
import { type RequestContext, requestOf } from "../request-context.ts";
import { inFrench } from "./french-errors.ts";

/** Presents every error of an answer; the log has the cause of those that are hidden. */
export function presentErrors(): GatewayPlugin<object, RequestContext> {
  return {
    onResultProcess({ result, setResult, serverContext }) {
      const { errors, ...rest } = result as ExecutionResult;
      if (!errors?.length) return;
      const { requestId, trace } = requestOf(serverContext);
      const presented = errors.map((error) => presentError(error, requestId));
      for (const { extensions } of presented) {
        if (rest.data === undefined) extensions.http ??= httpOf(extensions.code);
        else delete extensions.http; // a subgraph has no say in status and headers
      }
      const hidden = errors.find(
        (error, index) => presented[index]!.extensions.code === "INTERNAL_ERROR" && !isHubCode(error.extensions?.code),
      );
      if (hidden) trace.onError("gateway", hidden);
      setResult({ errors: presented, ...rest });
    },
  };
}

/** The status of a request that was not executed; 200 for those who accept only `application/json`. */
const httpOf = (code: unknown) => ({ status: code === "INTERNAL_ERROR" ? 500 : 400, spec: true });

/** Keeps message (French), path and code; never a stack, a cause, SQL or a file name. */
function presentError(error: unknown, requestId: string): GraphQLError {
  const internal = internalError(requestId);
  if (!(error instanceof GraphQLError)) return internal;
  const { extensions, path, message, nodes, source, positions } = error;
  const http = extensions.http ? { http: extensions.http } : {}; // status and headers: never shown
  if (isHubCode(extensions.code) && extensions.code !== "INTERNAL_ERROR")
    return new GraphQLError(message, { path, extensions: { ...shownExtensions(extensions), ...http } });
  const french = path || isHubCode(extensions.code) ? null : inFrench(error);
  if (french === null)
    return new GraphQLError(internal.message, { path, extensions: { ...shownExtensions(extensions), ...internal.extensions, ...http } });
  const code = message.startsWith("Syntax Error") ? "GRAPHQL_PARSE_FAILED" : ((extensions.code as string) ?? "GRAPHQL_VALIDATION_FAILED");
  return new GraphQLError(french, { nodes, source, positions, extensions: { code, ...http } });
}
