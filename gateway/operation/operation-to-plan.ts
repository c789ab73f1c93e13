import { type DocumentNode, type ExecutionResult, type FieldNode, getOperationAST, Kind, type SelectionNode, visit } from "graphql";
import { responseKey } from "../response-key.ts";
import { isIntrospection } from "./introspection.ts";

export interface OperationToPlan {
  /** What the planner gets; null where there is nothing that a subgraph could answer. */
  planned: DocumentNode | null;
  /** What is asked of the schema itself, or of nothing but type names; null where nothing is. */
  introspection: DocumentNode | null;
  /** The response key that the client gave to a key of `planned`. */
  clientKeyOf: (key: string) => string;
  /** The answer to the whole operation, under the client's keys and in their order, out of the two answers. */
  join: (planned: ExecutionResult, introspection: ExecutionResult) => ExecutionResult;
}

/**
 * Parts an operation that `mergeSelections` wrote into what the planner gets and what is answered beside it.
 *
 * No alias of a client reaches the planner: it takes some for the fields whose names they have, and a valid query then ends the
 * process (planner 0.0.38). Every field with an alias or arguments has a key of ours, which is put back in the answer. Nor does
 * introspection: the runtime would answer the data beside it with null.
 */
export function operationToPlan(document: DocumentNode, operationName?: string | null): OperationToPlan {
  const operation = getOperationAST(document, operationName)!;
  const clientKeys = new Map<string, string>();

  const renamed = (node: FieldNode): FieldNode => {
    const clientKey = responseKey(node);
    if (clientKey === node.name.value && !node.arguments?.length) return node;
    const key = `_${clientKeys.size}_${node.name.value}`;
    clientKeys.set(key, clientKey);
    return { ...node, alias: { kind: Kind.NAME, value: key } };
  };
  const clientKeyOf = (key: string) => clientKeys.get(key) ?? key;

  const isOfSchema = (node: SelectionNode) => node.kind === Kind.FIELD && isIntrospection(node);
  const isTypename = (node: SelectionNode) => node.kind === Kind.FIELD && node.name.value === "__typename";
  const { selections } = operation.selectionSet;
  const isAboutSchema = selections.every((node) => isOfSchema(node) || isTypename(node));
  const of = (part: readonly SelectionNode[]): DocumentNode | null =>
    part.length === 0
      ? null
      : {
          ...document,
          definitions: [{ ...operation, selectionSet: { ...operation.selectionSet, selections: part } }],
        };
  const data = of(isAboutSchema ? [] : selections.filter((node) => !isOfSchema(node)));

  return {
    planned: data && visit(data, { Field: renamed }),
    introspection: of(isAboutSchema ? selections : selections.filter(isOfSchema)),
    clientKeyOf,
    join(planned, introspection) {
      const answer = clientKeys.size > 0 ? withClientKeys(planned, clientKeyOf) : planned;
      if (!introspection.data) return answer;
      return { ...answer, data: answer.data === null ? null : inOrder(selections, { ...answer.data, ...introspection.data }) };
    },
  };
}

function withClientKeys({ data, errors, ...rest }: ExecutionResult, clientKeyOf: (key: string) => string): ExecutionResult {
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (value === null || typeof value !== "object" || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clientKeyOf(key), renamed(inner)]));
  };
  for (const error of errors ?? [])
    if (error.path) Object.assign(error, { path: error.path.map((step) => (typeof step === "string" ? clientKeyOf(step) : step)) });
  return { ...rest, ...(errors && { errors }), ...(data !== undefined && { data: renamed(data) as ExecutionResult["data"] }) };
}

function inOrder(selections: readonly SelectionNode[], data: Record<string, unknown>): Record<string, unknown> {
  const keys = selections.flatMap((node) => (node.kind === Kind.FIELD ? [responseKey(node)] : []));
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(data, key)).map((key) => [key, data[key]]));
}
