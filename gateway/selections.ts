import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";

/**
 * How many fields the operations of a document select once every fragment is expanded. The planner expands fragments
 * without limit: 700 bytes of nested fragments hold it for minutes. Each fragment is counted once, and counting stops
 * at `limit + 1`.
 */
export function countSelections(document: DocumentNode, limit: number): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counted = new Map<string, number>();

  function fragmentSize(name: string): number {
    const known = counted.get(name);
    if (known !== undefined) return known;
    counted.set(name, 0); // a cycle is refused by validation; here it only must not loop
    const fragment = fragments.get(name);
    const size = fragment ? sizeOf(fragment.selectionSet) : 0;
    counted.set(name, size);
    return size;
  }

  function sizeOf({ selections }: SelectionSetNode): number {
    let total = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) total += fragmentSize(selection.name.value);
      else total += (selection.kind === Kind.FIELD ? 1 : 0) + (selection.selectionSet ? sizeOf(selection.selectionSet) : 0);
      if (total > limit) return limit + 1;
    }
    return total;
  }

  let largest = 0;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) largest = Math.max(largest, sizeOf(definition.selectionSet));
  }
  return largest;
}
