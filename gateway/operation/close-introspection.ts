import { BREAK, type DocumentNode, visit } from "graphql";
import { hubError } from "../../foundation/errors.ts";

/** @throws INTROSPECTION_CLOSED where a document asks for the schema. */
export function refuseIntrospection(document: DocumentNode): void {
  let isAsked = false;
  visit(document, {
    Field({ name }) {
      isAsked = ["__schema", "__type"].includes(name.value);
      return isAsked ? BREAK : undefined;
    },
  });
  if (isAsked) throw hubError("INTROSPECTION_CLOSED");
}
