import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { GraphQLError, type ValidationRule } from "graphql";
import { hubError } from "../../foundation/errors.ts";
import type { RequestContext } from "../request-context.ts";

/** Closes introspection to callers without a token. */
export function closeIntrospection(): GatewayPlugin<object, RequestContext> {
  return {
    onValidate({ context, addValidationRule }) {
      if (context.rights.client === null) addValidationRule(noIntrospection);
    },
  };
}

const noIntrospection: ValidationRule = (context) => ({
  Field(node) {
    if (!["__schema", "__type"].includes(node.name.value)) return;
    const { message, extensions } = hubError("INTROSPECTION_CLOSED");
    context.reportError(new GraphQLError(message, { nodes: node, extensions }));
  },
});
