import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from "graphql";
import { hubError, limitError } from "../../../foundation/errors.ts";
import type { Limits } from "../../../foundation/limits.ts";
import { responseKey } from "../../response-path.ts";

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

/** @throws the limit that all operations of a document together go beyond. The planner would expand their fragments without limit. */
export function checkDocument(document: DocumentNode, limits: Limits): void {
  const extentOf = measurer(document);
  const whole = { ...nothing };
  let variables = 0;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    add(whole, extentOf(definition.selectionSet));
    whole.directives += definition.directives?.length ?? 0;
    variables += definition.variableDefinitions?.length ?? 0;
  }
  if (whole.depth > limits.maxDepth) throw limitError("TOO_DEEP", limits.maxDepth);
  if (whole.selections > limits.maxSelections) throw limitError("OPERATION_TOO_LARGE", limits.maxSelections);
  if (whole.width > limits.maxRootFields) throw limitError("TOO_MANY_ROOT_FIELDS", limits.maxRootFields);
  if (whole.aliases > limits.maxAliases) throw limitError("TOO_MANY_ALIASES", limits.maxAliases);
  if (whole.directives > limits.maxDirectives) throw limitError("TOO_MANY_DIRECTIVES", limits.maxDirectives);
  if (variables > limits.maxVariables) throw limitError("TOO_MANY_VARIABLES", limits.maxVariables);
}

function add(total: Extent, part: Extent): void {
  total.width += part.width;
  total.depth = Math.max(total.depth, part.depth);
  total.selections += part.selections;
  total.aliases += part.aliases;
  total.directives += part.directives;
}

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
      const key = selection.kind === Kind.FIELD ? responseKey(selection) : "";
      if (key in Object.prototype) throw hubError("RESERVED_NAME", key);
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragmentExtent(selection.name.value)
          : selection.selectionSet
            ? extentOf(selection.selectionSet)
            : nothing;
      const directives = inner.directives + (selection.directives?.length ?? 0);
      add(
        total,
        selection.kind === Kind.FIELD
          ? {
              width: 1,
              depth: inner.depth + 1,
              selections: inner.selections + 1,
              aliases: inner.aliases + (selection.alias ? 1 : 0),
              directives,
            }
          : { ...inner, directives },
      );
    }
    return total;
  }
  return extentOf;
}
