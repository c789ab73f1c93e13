import { type ExecutionResult, GraphQLError } from "graphql";
import { causesOf } from "../causes.ts";
import { hubError, isSaidBySubgraphs } from "../errors.ts";
import { isAway } from "../postgres/is-away.ts";
import type { Call } from "./context.ts";
import { onOneVersion } from "./generations/one-version.ts";
import type { OpenSubgraph } from "./open-subgraph.ts";

export interface SubgraphRequest extends Omit<Call, "budgets"> {
  /** The text of the operation: compiled once. */
  text: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  /** Ends its statements. */
  signal?: AbortSignal | undefined;
}

/** Executes one call of the gateway in this process, without HTTP. The answer says which version of the data it is of: `extensions.dataVersion`. */
export async function executeInProcess(
  open: OpenSubgraph,
  { text, variables, operationName, signal, ...call }: SubgraphRequest,
): Promise<ExecutionResult> {
  const result = await onOneVersion(open, call, signal, async (context) => ({
    ...(await open.subgraph.execute({ text, operationName, variables }, context)),
    extensions: { dataVersion: context.rows.dataVersion },
  }));
  return result.errors ? { ...result, errors: result.errors.map(presentError) } : result;
}

const unacceptable = "Une valeur de la requête n'est pas recevable (caractère nul, type, date ou nombre hors limites) : corrigez-la.";

/** PostgreSQL's class 22, a value that no column can hold; a null character breaks the protocol itself. */
function isDataException(error: unknown): boolean {
  for (const { code } of causesOf(error)) {
    if (typeof code === "string" && /^(22\w{3}|08P01)$/.test(code)) return true;
  }
  return false;
}

/**
 * What the gateway may know of an error: one of the table of codes as it is, a database that does not answer as
 * SOURCE_UNAVAILABLE, anything else as INTERNAL_ERROR. The cause stays in `originalError`, for the log of this process.
 */
export function presentError(error: GraphQLError): GraphQLError {
  if (isSaidBySubgraphs(error.extensions.code)) return error;
  // The gateway has checked every value; another router may not have, and Apollo Server then says so.
  if (error.extensions.code === "BAD_USER_INPUT" || isDataException(error.originalError))
    return new GraphQLError(unacceptable, { path: error.path, extensions: { code: "BAD_ARGUMENT" } });
  const isUnavailable = error.extensions.code === "SOURCE_UNAVAILABLE" || isAway(error.originalError);
  const { message, extensions } = isUnavailable ? hubError("SOURCE_UNAVAILABLE", "ce partenaire") : hubError("INTERNAL_ERROR");
  return new GraphQLError(message, { path: error.path, extensions, originalError: error.originalError ?? error });
}
