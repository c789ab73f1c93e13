import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { collectFields } from "@graphql-tools/utils";
import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
} from "graphql";
import { limitError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";

/** An interface asked for through its types has a selection for each of them: so many times as many fields are too many. */
const expansion = 10;

/**
 * Writes an operation as it will be answered, before it is guarded, priced and planned: each response key once, fragments
 * expanded, without what is skipped. Otherwise the runtime joins the lists of a field that is selected twice end to end.
 * @throws OPERATION_TOO_LARGE.
 */
export function mergeSelections({ maxSelections }: Pick<Limits, "maxSelections">): GatewayPlugin {
  return {
    onExecute({ args }) {
      args.document = merged(args, maxSelections);
    },
  };
}

/** `name @include(if: false)`: a selection of nothing is written with something. */
const nothing: FieldNode = {
  kind: Kind.FIELD,
  name: { kind: Kind.NAME, value: "__typename" },
  directives: [
    {
      kind: Kind.DIRECTIVE,
      name: { kind: Kind.NAME, value: "include" },
      arguments: [{ kind: Kind.ARGUMENT, name: { kind: Kind.NAME, value: "if" }, value: { kind: Kind.BOOLEAN, value: false } }],
    },
  ],
};

function merged({ schema, document, operationName, variableValues }: ExecutionArgs, maxSelections: number): DocumentNode {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!root) return document;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const variables = { coerced: variableValues ?? {}, sources: {} };
  let written = 0;

  /** What is asked of a type, by response key. */
  const collect = (type: GraphQLCompositeType, selections: readonly SelectionNode[]): Map<string, FieldNode[]> =>
    collectFields(schema, fragments, variables, type as GraphQLObjectType, {
      kind: Kind.SELECTION_SET,
      selections,
    }).fields;

  function fieldOf(type: GraphQLCompositeType, nodes: FieldNode[]): FieldNode {
    if (++written > maxSelections * expansion) throw limitError("OPERATION_TOO_LARGE", maxSelections);
    const { directives, selectionSet, ...field } = nodes[0]!;
    if (!selectionSet) return field;
    const inner = nodes.flatMap((node) => node.selectionSet?.selections ?? []);
    const innerType = typeOf(type, field.name.value);
    return { ...field, selectionSet: isCompositeType(innerType) ? setOf(innerType, inner) : selectionSet };
  }

  function setOf(type: GraphQLCompositeType, selections: readonly SelectionNode[]): SelectionSetNode {
    const found = isAbstractType(type) ? ofEachType(type, selections) : fieldsOf(type, collect(type, selections));
    return { kind: Kind.SELECTION_SET, selections: found.length > 0 ? found : [nothing] };
  }

  const fieldsOf = (type: GraphQLCompositeType, fields: Iterable<[string, FieldNode[]]>): SelectionNode[] =>
    [...fields].map(([, nodes]) => fieldOf(type, nodes));

  /** What is asked of the interface once, and in a fragment for each of its types what is asked of that type too. */
  function ofEachType(type: GraphQLCompositeType, selections: readonly SelectionNode[]): SelectionNode[] {
    const shared = collect(type, selections);
    const own = schema.getPossibleTypes(type as never).map((each) => ({ each, asked: collect(each, selections) }));
    const isMore = (nodes: FieldNode[], key: string) => nodes.length > (shared.get(key)?.length ?? 0);
    // Asked of the interface and, with another selection, of a type: then of each type.
    const divided = new Set(
      own.flatMap(({ asked }) =>
        [...asked].flatMap(([key, nodes]) => (shared.has(key) && nodes[0]!.selectionSet && isMore(nodes, key) ? [key] : [])),
      ),
    );
    const fragmentsOf = own.flatMap(({ each, asked }): SelectionNode[] => {
      const fields = fieldsOf(
        each,
        [...asked].filter(([key]) => divided.has(key) || !shared.has(key)),
      );
      if (fields.length === 0) return [];
      const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: each.name } } as const;
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: { kind: Kind.SELECTION_SET, selections: fields } }];
    });
    return [
      ...fieldsOf(
        type,
        [...shared].filter(([key]) => !divided.has(key)),
      ),
      ...fragmentsOf,
    ];
  }

  function typeOf(type: GraphQLNamedType, name: string): GraphQLNamedType | undefined {
    if (name === SchemaMetaFieldDef.name) return getNamedType(SchemaMetaFieldDef.type);
    if (name === TypeMetaFieldDef.name) return getNamedType(TypeMetaFieldDef.type);
    const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
    return field && getNamedType(field.type);
  }

  return { ...document, definitions: [{ ...operation, selectionSet: setOf(root, operation.selectionSet.selections) }] };
}
