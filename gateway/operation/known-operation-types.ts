import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { GraphQLError, type ValidationRule } from "graphql";

/** Refuses a mutation where there is none: graphql-js leaves this to execution, which comes after the guards. */
export function knownOperationTypes(): GatewayPlugin {
  return {
    onValidate({ addValidationRule }) {
      addValidationRule(rule);
    },
  };
}

const rule: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (context.getSchema().getRootType(node.operation)) return;
    context.reportError(new GraphQLError(`Schema is not configured to execute ${node.operation} operation.`, { nodes: node }));
  },
});
