import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import { type ExecutionArgs, type ExecutionResult, execute } from "graphql";
import { operationToPlan } from "./operation-to-plan.ts";

/** The last step before the runtime: it plans what subgraphs can answer, under our own keys; the schema is asked beside it. */
export function planAndExecute(): GatewayPlugin {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn(async (args: ExecutionArgs): Promise<ExecutionResult> => {
        const { planned, introspection, join } = operationToPlan(args.document, args.operationName);
        const [answer, schema] = await Promise.all([
          planned ? (executeFn({ ...args, document: planned }) as Promise<ExecutionResult>) : { data: {} },
          introspection ? execute({ ...args, document: introspection }) : {},
        ]);
        return join(answer, schema);
      });
    },
  };
}
