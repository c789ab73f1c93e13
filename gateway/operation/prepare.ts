import { type DocumentNode, type GraphQLSchema, getOperationAST } from "graphql";
import QuickLRU from "quick-lru";
import { hubError, withStatus } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { shortened } from "../answer/quoted.ts";
import type { GraphqlRequest, RequestContext, Trace } from "../request-context.ts";
import { coerceVariables } from "./coerce-variables.ts";
import { checkDocument } from "./document-limits.ts";
import { refuseIntrospection } from "./introspection.ts";
import { parseDocument } from "./parse-document.ts";
import { checkValid } from "./validate.ts";
import { checkVariables } from "./variable-limits.ts";

/** An operation that can be executed. */
export interface PreparedOperation {
  document: DocumentNode;
  operationName: string | undefined;
  variableValues: Record<string, unknown>;
}

/** Texts whose documents are kept: dashboards ask the same again and again. */
const keptDocuments = 100;

/**
 * From the text of a request to an operation that can be executed: parsed, within the limits, valid, with its variables.
 * @param openIntrospection whether callers without a token may ask for the schema.
 * @throws whatever is wrong with it, before anything runs.
 */
export function createPreparation(schema: GraphQLSchema, limits: Limits, openIntrospection: boolean) {
  const documents = new QuickLRU<string, DocumentNode>({ maxSize: keptDocuments });

  function validDocument(text: string, variables: Record<string, unknown>, trace: Trace): DocumentNode {
    const known = documents.get(text);
    const document = known ?? parseDocument(text, limits.maxTokens);
    trace.operation ??= getOperationAST(document)?.name?.value;
    if (!known) checkDocument(document, limits);
    checkVariables(variables, limits);
    if (known) return known;
    checkValid(schema, document);
    documents.set(text, document);
    return document;
  }

  return ({ query, operationName, variables: given }: GraphqlRequest, { rights, trace }: RequestContext): PreparedOperation => {
    // Clients take it for the server's answer to the hash, and send the query.
    if (query === undefined) throw withStatus(200, hubError("PERSISTED_QUERY_NOT_SUPPORTED"));
    const variables = given ?? {};
    trace.operation = operationName ?? undefined;
    const document = validDocument(query, variables, trace);
    if (!openIntrospection && rights.client === null) refuseIntrospection(document);
    const operation = getOperationAST(document, operationName);
    if (!operation) throw hubError("OPERATION_RESOLUTION_FAILURE", operationName && shortened(operationName));
    return { document, operationName: operation.name?.value, variableValues: coerceVariables(schema, document, operation, variables) };
  };
}
