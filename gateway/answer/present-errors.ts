import { GraphQLError } from "graphql";
import { internalError, isHubCode, shownExtensions } from "../../foundation/errors.ts";
import type { RequestContext } from "../request-context.ts";

/**
 * Why a request was not executed: message, code, the places in its text, and the status and headers of the answer; never a stack, a
 * cause, SQL or a file name. What is none of the table of codes is told to the log.
 */
export function presentRefusal(
  errors: readonly unknown[],
  { requestId, trace }: Pick<RequestContext, "requestId" | "trace">,
): GraphQLError[] {
  return errors.map((error) => {
    const isOurs = error instanceof GraphQLError && isHubCode(error.extensions.code);
    const cause = isOurs ? error.cause : error;
    if (cause) trace.onError("gateway", cause);
    if (!isOurs) return internalError(requestId);
    const { message, nodes, source, positions, extensions } = error;
    const http = extensions.http ? { http: extensions.http } : {};
    return new GraphQLError(message, { nodes, source, positions, extensions: { ...shownExtensions(extensions), ...http } });
  });
}
