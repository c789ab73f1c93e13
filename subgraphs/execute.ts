import type { MikroORM } from "@mikro-orm/postgresql";
import { type DocumentNode, type ExecutionResult, execute, GraphQLError } from "graphql";
import { Context } from "./context.ts";
import { hubError, isHubCode } from "./errors.ts";
import { asStartError, StartError } from "./start-error.ts";
import type { Subgraph } from "./subgraph.ts";

export interface SubgraphRequest {
  document: DocumentNode;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

/** Executes one call of the gateway in this process: fresh EntityManager, fresh loaders, no HTTP. */
export async function executeInProcess(
  { schema }: Pick<Subgraph, "schema">,
  orm: MikroORM,
  { document, variables, operationName }: SubgraphRequest,
): Promise<ExecutionResult> {
  const result = await execute({ schema, document, variableValues: variables, operationName, contextValue: new Context(orm.em.fork()) });
  return result.errors ? { ...result, errors: result.errors.map(presentError) } : result;
}

/**
 * What the gateway may know of an error: one of the table of codes as it is, a database that does not answer as
 * SOURCE_UNAVAILABLE, anything else as INTERNAL_ERROR. The cause stays in `originalError`, for the log of this process.
 */
export function presentError(error: GraphQLError): GraphQLError {
  if (isHubCode(error.extensions.code)) return error;
  const unavailable = asStartError(error.originalError, "") instanceof StartError;
  const { message, extensions } = unavailable ? hubError("SOURCE_UNAVAILABLE", "ce partenaire") : hubError("INTERNAL_ERROR");
  return new GraphQLError(message, { path: error.path, extensions, originalError: error.originalError });
}
