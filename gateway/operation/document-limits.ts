import { type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";
import { hubError, limitError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";

/** What a selection set asks for once every fragment is expanded. */
interface Extent {
  /** Fields at the first level. */
  width: number;
  /** Fields inside each other. */
  depth: number;
  selections: number;
  aliases: number;
  directives: number;
}

const nothing: Extent = Object.freeze({ width: 0, depth: 0, selections: 0, aliases: 0, directives: 0 });

/** @throws the limit that a document goes beyond. The planner would expand its fragments without limit. */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  const operations = document.definitions.filter(isOperation);
  if (operations.length > 1) throw limitError("TOO_MANY_OPERATIONS", 1);
  const extentOf = measurer(document);
  for (const { selectionSet, directives, variableDefinitions } of operations) {
    const extent = extentOf(selectionSet);
    if (extent.depth > limits.maxDepth) throw limitError("TOO_DEEP", limits.maxDepth);
    if (extent.selections > limits.maxSelections) throw limitError("OPERATION_TOO_LARGE", limits.maxSelections);
    if (extent.width > limits.maxRootFields) throw limitError("TOO_MANY_ROOT_FIELDS", limits.maxRootFields);
    if (extent.aliases > limits.maxAliases) throw limitError("TOO_MANY_ALIASES", limits.maxAliases);
    const directiveCount = extent.directives + (directives?.length ?? 0);
    if (directiveCount > limits.maxDirectives) throw limitError("TOO_MANY_DIRECTIVES", limits.maxDirectives);
    if ((variableDefinitions?.length ?? 0) > limits.maxVariables) throw limitError("TOO_MANY_VARIABLES", limits.maxVariables);
  }
}

const isOperation = (definition: DefinitionNode) => definition.kind === Kind.OPERATION_DEFINITION;

/** Each fragment is measured once: 700 bytes of nested fragments can stand for more fields than a number can hold. */
function measurer({ definitions }: DocumentNode): (selectionSet: SelectionSetNode) => Extent {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, Extent>();

  function fragmentExtent(name: string): Extent {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing); // a cycle is refused by validation; here it only must not loop
    const fragment = fragments.get(name);
    const extent = fragment ? extentOf(fragment.selectionSet) : nothing;
    measured.set(name, extent);
    return extent;
  }

  function extentOf({ selections }: SelectionSetNode): Extent {
    const total = { ...nothing };
    for (const selection of selections) {
      const isField = selection.kind === Kind.FIELD;
      const key = isField ? (selection.alias ?? selection.name).value : "";
      if (key in Object.prototype) throw hubError("RESERVED_NAME", key);
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragmentExtent(selection.name.value)
          : selection.selectionSet
            ? extentOf(selection.selectionSet)
            : nothing;
      total.width += isField ? 1 : inner.width;
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0));
      total.selections += inner.selections + (isField ? 1 : 0);
      total.aliases += inner.aliases + (isField && selection.alias ? 1 : 0);
      total.directives += inner.directives + (selection.directives?.length ?? 0);
    }
    return total;
  }
  return extentOf;
}
