import { executeSync, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode, visit } from "graphql";
import { isRow, type Run } from "../plan/run.ts";
import type { Selected } from "../selection/selections.ts";

/** JSON of one introspection field, or null where graphql-js has none. */
export type Introspect = (run: Run) => string | null;

/** `__schema` and `__type` are about the public schema and answered here, beside what the subgraphs answer. */
export function compileIntrospection(
  schema: GraphQLSchema,
  key: string,
  nodes: FieldNode[],
  { operation, fragments }: Selected,
): Introspect {
  const used = new Set<string>();
  const definitions = [...fragments.values()];
  for (const node of [...nodes, ...definitions]) visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const query: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: "query" as OperationDefinitionNode["operation"],
    variableDefinitions: operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [],
    selectionSet: { kind: Kind.SELECTION_SET, selections: nodes },
  };
  return (run) => {
    const { data, errors } = executeSync({
      schema,
      document: { kind: Kind.DOCUMENT, definitions: [query, ...definitions] },
      variableValues: run.variables,
    });
    if (errors) throw errors[0]!; // what was validated does not fail
    const value = isRow(data) ? data[key] : null;
    return value === null || value === undefined ? null : JSON.stringify(value);
  };
}
