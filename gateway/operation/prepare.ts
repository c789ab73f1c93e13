import { type DocumentNode, getOperationAST, type OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { hubError, withStatus } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { isWriter } from "../../foundation/rights/rights.ts";
import { shortened } from "../answer/quoted.ts";
import type { GraphqlRequest, RequestContext } from "../request-context.ts";
import { coerceVariables } from "./document/coerce-variables.ts";
import type { CompiledOperation, Compiler } from "./compile.ts";
import { checkDocument } from "./document/document-limits.ts";
import { refuseIntrospection } from "./document/refuse-introspection.ts";
import { parseDocument, tokensIn } from "./document/parse-document.ts";
import { conditionVariables, select } from "./selection/selections.ts";
import { checkValid } from "./document/validate.ts";
import { checkVariables } from "./document/variable-limits.ts";

/** An operation that can be executed, and the values for this execution. */
export interface PreparedOperation {
  compiled: CompiledOperation;
  /** The same for each request that is this operation, whatever its variables. */
  key: string;
  /** Coerced, with defaults. */
  variables: Record<string, unknown>;
}

/** Of documents, and of compiled operations: dashboards ask the same again and again. */
const keptBytes = { documents: 16 * 1024 * 1024, operations: 32 * 1024 * 1024 };

/** What is kept of a document for each of its words and signs, and of an operation for each of its fields: measured. */
const bytesOf = { document: 1_000, token: 350, operation: 6_000, field: 2_200 };
const bytesPerCharacter = 2;

interface KnownDocument {
  document: DocumentNode;
  /** The variables that decide what is selected. */
  conditions: string[];
  /** What it keeps. */
  bytes: number;
}

/**
 * From the text of a request to an operation that can be executed. All that does not depend on the values of its variables is done once:
 * parsed, limited, valid, guarded, compiled.
 * @param openIntrospection whether callers without a token may ask for the schema.
 * @throws whatever is wrong with it, before anything runs.
 */
export function createPreparation({ schema, audienceOf, compile }: Compiler, limits: Limits, openIntrospection: boolean) {
  const documents = new LRUCache<string, KnownDocument>({ maxSize: keptBytes.documents, sizeCalculation: ({ bytes }) => bytes });
  const operations = new LRUCache<string, CompiledOperation>({ maxSize: keptBytes.operations });

  function validDocument(text: string, variables: Record<string, unknown>, { trace, rights }: RequestContext): KnownDocument {
    const known = documents.get(text);
    const document = known?.document ?? parseDocument(text, limits.maxTokens);
    trace.operation ??= getOperationAST(document)?.name?.value;
    if (!known) checkDocument(document, limits);
    checkVariables(variables, isWriter(rights) ? { ...limits, maxVariableValues: limits.maxWriteVariableValues } : limits);
    if (known) return known;
    checkValid(schema, document);
    const bytes = bytesOf.document + text.length * bytesPerCharacter + tokensIn(document) * bytesOf.token;
    const valid = { document, conditions: conditionVariables(document), bytes };
    documents.set(text, valid);
    return valid;
  }

  function compiledOperation(
    text: string,
    { document, conditions, bytes }: KnownDocument,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
    { rights }: RequestContext,
  ): Pick<PreparedOperation, "compiled" | "key"> {
    const audience = audienceOf(rights);
    const values = Object.fromEntries(conditions.map((name) => [name, variables[name] === true]));
    const key = JSON.stringify([text, operation.name?.value ?? null, Object.values(values), audience.key]);
    const known = operations.get(key);
    if (known) return { compiled: known, key };
    const compiled = compile(select(document, operation, values, audience.missingScope), audience);
    // It keeps its document, which may be kept for nothing else.
    const size = bytesOf.operation + key.length * bytesPerCharacter + compiled.size * bytesOf.field + bytes;
    operations.set(key, compiled, { size });
    return { compiled, key };
  }

  return (request: GraphqlRequest, context: RequestContext): PreparedOperation => {
    const { query, operationName } = request;
    const { rights, trace } = context;
    // Clients take it for the server's answer to the hash, and send the query.
    if (query === undefined) throw withStatus(200, hubError("PERSISTED_QUERY_NOT_SUPPORTED"));
    const given = request.variables ?? {};
    trace.operation = operationName ?? undefined;
    const valid = validDocument(query, given, context);
    const { document } = valid;
    if (!openIntrospection && rights.client === null) refuseIntrospection(document);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw hubError("OPERATION_RESOLUTION_FAILURE", operationName && shortened(operationName));
    const variables = coerceVariables(schema, document, operation, given);
    return { ...compiledOperation(query, valid, operation, variables, context), variables };
  };
}
