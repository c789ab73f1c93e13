import { type ASTNode, Kind } from "graphql";

/** What a node of a document is called: a field as its type has it, a variable without its sign. */
export function nameOf(node: ASTNode | undefined): string | undefined {
  if (node?.kind === Kind.NAME) return node.value;
  if (node?.kind === Kind.VARIABLE_DEFINITION) return node.variable.name.value;
  return node && "name" in node ? node.name?.value : undefined;
}
