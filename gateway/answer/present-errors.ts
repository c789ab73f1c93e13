import { GraphQLError } from "graphql";
import { internalError, isHubCode, shownExtensions } from "../../foundation/errors.ts";
import type { RequestContext } from "../request-context.ts";

type Asked = Pick<RequestContext, "requestId" | "trace">;

/** What went wrong in an answer: message, path and code; never a stack, a cause, SQL or a file name. */
export function presentErrors(errors: readonly unknown[], { requestId, trace }: Asked): GraphQLError[] {
  const isOurs = (error: unknown): error is GraphQLError => error instanceof GraphQLError && isHubCode(error.extensions.code);
  for (const error of errors) if (!isOurs(error)) trace.onError("gateway", error);
  const internal = internalError(requestId);
  return errors.map((error) => {
    const { path, extensions } = error instanceof GraphQLError ? error : { extensions: {} };
    return isOurs(error) && error.extensions.code !== "INTERNAL_ERROR"
      ? new GraphQLError(error.message, { path, extensions: shownExtensions(error.extensions) })
      : new GraphQLError(internal.message, { path, extensions: { ...shownExtensions(extensions), ...internal.extensions } });
  });
}

/** Why a request was not executed: the same, with the places in its text, and with the status and headers of the answer. */
export function presentRefusal(errors: readonly unknown[], asked: Asked): GraphQLError[] {
  return presentErrors(errors, asked).map((presented, index) => {
    const refused = errors[index];
    if (!(refused instanceof GraphQLError)) return presented;
    const { nodes, source, positions, extensions } = refused;
    const http = extensions.http ? { http: extensions.http } : {};
    return new GraphQLError(presented.message, { nodes, source, positions, extensions: { ...presented.extensions, ...http } });
  });
}
