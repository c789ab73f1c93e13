import type { GatewayPlugin } from "@graphql-hive/gateway-runtime";
import type { ExecutionResult } from "graphql";
import { limitError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { RequestContext } from "../request-context.ts";
import { createExplain } from "./explain.ts";
import { createPricing } from "./pricing.ts";

/** Of an explanation: it is planned like any operation. */
const explanationCost = 10;

/** Before planning, refuses what costs too much and takes its cost from the client's budget; then gives back what was not used. */
export function charge(supergraph: string, limits: Limits): GatewayPlugin<object, RequestContext> {
  const pricing = createPricing(supergraph, limits);
  const explain = createExplain(supergraph);
  return {
    async onExecute({ args: { document, operationName, variableValues }, context, setResultAndStopExecution }) {
      const { account } = context;
      const price = pricing(document, operationName, variableValues ?? {});
      const { requested } = price;
      if (context.explain) {
        await account.pay(explanationCost);
        const explanation = await explain(document, operationName ?? undefined, price);
        return setResultAndStopExecution({ data: null, extensions: { explain: explanation } });
      }
      if (requested > limits.maxCost) throw limitError("COST_TOO_HIGH", limits.maxCost, requested);
      if (price.widest > limits.maxNestedRows) throw limitError("LISTS_TOO_NESTED", limits.maxNestedRows);
      const paid = await account.pay(requested);
      return {
        async onExecuteDone({ result, setResult }) {
          const { data, extensions, ...rest } = result as ExecutionResult;
          // What was abandoned has been worked on all the same.
          const actual = context.signal.aborted || context.trace.abandoned ? paid : price.actual(data);
          const remaining = await account.settle(paid, actual);
          setResult({ ...rest, data, extensions: { ...extensions, cost: { requested, actual, remaining } } });
        },
      };
    },
  };
}
