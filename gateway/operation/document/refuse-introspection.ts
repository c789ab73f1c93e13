import { BREAK, type DocumentNode, type FieldNode, visit } from "graphql";
import { hubError } from "../../../foundation/errors.ts";

/** Whether a field asks for the schema. */
const isIntrospection = ({ name }: FieldNode) => name.value === "__schema" || name.value === "__type";

/** @throws INTROSPECTION_CLOSED where a document asks for the schema. */
export function refuseIntrospection(document: DocumentNode): void {
  let isAsked = false;
  visit(document, {
    Field(node) {
      isAsked = isIntrospection(node);
      return isAsked ? BREAK : undefined;
    },
  });
  if (isAsked) throw hubError("INTROSPECTION_CLOSED");
}
