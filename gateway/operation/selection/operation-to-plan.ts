import {
  type DocumentNode,
  type FieldNode,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isListType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import { limitError } from "../../../foundation/errors.ts";
import type { Path } from "../../response-path.ts";
import { type AskedField, type Selected, setsOf, whatIsAsked } from "./selections.ts";
import type { Supergraph } from "./supergraph.ts";

/** A field that the caller may not have: keys from the root, without indices. */
export interface RefusedField {
  path: string[];
  missing: string;
}

export interface OperationToPlan {
  /** What the planner gets; null where there is nothing that a subgraph could answer. */
  document: DocumentNode | null;
  refused: RefusedField[];
  /** How many fields it has, fragments expanded. */
  size: number;
  /** Where something of the gathered data is in the answer. What the client did not ask for counts for the row around it. */
  clientPath(dataPath: Path): Path;
}

/** A place of the gathered data, with the client's key for it. */
interface Kept {
  key: string;
  fields: Map<string, Kept>;
}

/** An operation whose fragments spread each other can ask for any number of fields: so many times as it may have selections are too many. */
const expansion = 10;

interface Options {
  maxSelections: number;
  /** Whether the subgraphs shall hear of what they own and the caller may not have. */
  isJournaled: boolean;
}

/**
 * The operation as the planner gets it: each field once, for it cannot plan some that are selected twice, under our own keys, without
 * what is skipped, without introspection, and without what the caller may not have.
 *
 * Of a known caller the name of the refused type is asked for all the same, and not given to him: the subgraph refuses too, and its
 * journal has who wanted what. Not below a list: that would be a line and an error for each of its objects.
 * @throws OPERATION_TOO_LARGE
 */
export function operationToPlan(supergraph: Supergraph, selected: Selected, { maxSelections, isJournaled }: Options): OperationToPlan {
  const { schema } = supergraph;
  const { operation, dataKeyOf } = selected;
  const refused = new Map<string, RefusedField>();
  const root: Kept = { key: "", fields: new Map() };
  let written = 0;
  let planned = 0;

  function setOf(type: string, sets: readonly SelectionSetNode[], at: Place): SelectionSetNode {
    const asked = whatIsAsked(supergraph, selected, type, sets);
    const selections: SelectionNode[] = [...asked.fields].flatMap(([key, field]) => fieldOf(type, key, field, at) ?? []);
    for (const [condition, inner] of asked.narrower)
      selections.push({
        kind: Kind.INLINE_FRAGMENT,
        typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: condition } },
        selectionSet: setOf(condition, inner, at),
      });
    return { kind: Kind.SELECTION_SET, selections: selections.length > 0 ? selections : [typename] };
  }

  function fieldOf(type: string, key: string, field: AskedField, { path, kept, isBelowList }: Place): FieldNode | undefined {
    const node = field.nodes[0]!;
    const { name } = node;
    if (name.value === "__typename") return typename;
    if (name.value.startsWith("__")) return undefined;
    if (++written > maxSelections * expansion) throw limitError("OPERATION_TOO_LARGE", maxSelections);
    const at = [...path, key];
    const isTold = isJournaled && node.selectionSet && !isBelowList;
    if (field.missing !== null) {
      if (!refused.has(at.join())) refused.set(at.join(), { path: at, missing: field.missing });
      if (!isTold) return undefined;
    }
    planned++;
    const dataKey = dataKeyOf(node);
    const inner = kept.fields.get(dataKey) ?? { key, fields: new Map() };
    kept.fields.set(dataKey, inner);
    const result = typeOf(type, name.value);
    const sets = setsOf(field);
    const place = { path: at, kept: inner, isBelowList: isBelowList || isListType(getNullableType(result)) };
    return {
      kind: Kind.FIELD,
      name,
      ...(dataKey !== name.value && { alias: { kind: Kind.NAME, value: dataKey } }),
      ...(node.arguments && { arguments: node.arguments }),
      ...(field.missing !== null
        ? { selectionSet: { kind: Kind.SELECTION_SET, selections: [typename] } }
        : sets.length > 0 && { selectionSet: setOf(getNamedType(result).name, sets, place) }),
    };
  }

  function typeOf(type: string, field: string): GraphQLOutputType {
    const parent = schema.getType(type);
    const definition = parent && "getFields" in parent ? parent.getFields()[field] : undefined;
    if (!definition) throw new Error(`${type}.${field} is not in the schema`);
    return definition.type as GraphQLOutputType;
  }

  const { directives: _, ...definition } = operation;
  const selectionSet = setOf(schema.getRootType(operation.operation)!.name, [operation.selectionSet], {
    path: [],
    kept: root,
    isBelowList: false,
  });
  return {
    document: planned > 0 ? { kind: Kind.DOCUMENT, definitions: [{ ...definition, selectionSet }] } : null,
    refused: [...refused.values()],
    size: written,
    clientPath(dataPath) {
      const path: Path = [];
      let at: Kept | undefined = root;
      for (const step of dataPath) {
        if (typeof step === "string") at = at.fields.get(step);
        if (!at) return path;
        path.push(typeof step === "string" ? at.key : step);
      }
      return path;
    },
  };
}

interface Place {
  path: string[];
  kept: Kept;
  isBelowList: boolean;
}

const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };
