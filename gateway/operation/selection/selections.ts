import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from "graphql";
import { responseKey } from "../../response-path.ts";
import type { MissingScope } from "./scope-guard.ts";
import type { Supergraph } from "./supergraph.ts";

/** One operation of a document, for callers of one kind, with the values of the variables that decide what it selects. */
export interface Selected {
  operation: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  conditions: Readonly<Record<string, unknown>>;
  missingScope: MissingScope;
  /**
   * The key of a field in the gathered data: its name, or one of ours where it has an alias or arguments. Clients' aliases
   * stay out of plans: the planner takes some for the fields whose names they have, and then refuses or even panics.
   */
  dataKeyOf(node: FieldNode): string;
}

export function select(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  conditions: Selected["conditions"],
  missingScope: MissingScope,
): Selected {
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const dataKeys = new Map<string, string>();
  return {
    operation,
    fragments,
    conditions,
    missingScope,
    dataKeyOf(node) {
      const { name, arguments: given } = node;
      const clientKey = responseKey(node);
      if (clientKey === name.value && !given?.length) return name.value;
      const id = `${clientKey}:${name.value}(${given?.map(print).join()})`;
      const known = dataKeys.get(id);
      if (known) return known;
      const dataKey = `_${dataKeys.size}_${name.value}`;
      dataKeys.set(id, dataKey);
      return dataKey;
    },
  };
}

/** The variables of `@skip` and `@include`: for each set of their values an operation is prepared anew. */
export function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(node) {
      const value = conditionOf(node);
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

const conditionOf = ({ name, arguments: given }: DirectiveNode) =>
  name.value === "skip" || name.value === "include" ? given?.find((each) => each.name.value === "if")?.value : undefined;

function isIncluded({ directives }: SelectionNode, conditions: Selected["conditions"]): boolean {
  return (directives ?? []).every((directive) => {
    const value = conditionOf(directive);
    if (!value) return true;
    const holds = value.kind === Kind.VARIABLE ? conditions[value.name.value] === true : value.kind === Kind.BOOLEAN && value.value;
    return holds === (directive.name.value === "include");
  });
}

/** One response key of a selection. */
export interface AskedField {
  nodes: FieldNode[];
  /** The scope for want of which the caller may not have it; null: he may. */
  missing: string | null;
}

/** What is asked at one place, fragments expanded and what is skipped left out. */
export interface Asked {
  /** By response key, in the order of the answer. */
  fields: Map<string, AskedField>;
  /** Of some of the types only, by type condition: nothing where the type is an object type. */
  narrower: Map<string, SelectionSetNode[]>;
}

/**
 * @param type of the rows at the place
 * @param declared the type that the schema gives the place, where that is an abstract one
 */
export function whatIsAsked(
  supergraph: Supergraph,
  selected: Selected,
  type: string,
  sets: readonly SelectionSetNode[],
  declared = type,
): Asked {
  const { fragments, conditions, missingScope } = selected;
  const asked: Asked = { fields: new Map(), narrower: new Map() };
  const spread = new Set<string>();

  /** @param on the type that the fields are asked of: an interface requires what any of its types does. */
  function look({ selections }: SelectionSetNode, on: string): void {
    for (const node of selections) {
      if (!isIncluded(node, conditions)) continue;
      if (node.kind === Kind.FIELD) {
        addField(node, on);
        continue;
      }
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        if (spread.has(node.name.value)) continue;
        spread.add(node.name.value);
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || supergraph.isA(condition).has(type))) look(fragment.selectionSet, condition ?? on);
      else if (fragment && supergraph.isAbstract(type))
        asked.narrower.set(condition!, [...(asked.narrower.get(condition!) ?? []), fragment.selectionSet]);
    }
  }

  function addField(node: FieldNode, on: string): void {
    const key = responseKey(node);
    const field = asked.fields.get(key) ?? { nodes: [], missing: null };
    field.nodes.push(node);
    field.missing ??= missingScope(on, node.name.value) ?? missingScope(type, node.name.value);
    asked.fields.set(key, field);
  }

  for (const set of sets) look(set, declared);
  return asked;
}

/** The selection sets of one field, wherever it is asked for. */
export const setsOf = ({ nodes }: AskedField): SelectionSetNode[] => nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
