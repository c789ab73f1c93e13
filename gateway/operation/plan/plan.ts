import type { PlanNode } from "@graphql-hive/router-query-planner";
import { internalError } from "../../../foundation/errors.ts";
import { compileBatchFetch, compileFlatten } from "./entity-fetch.ts";
import { compileRootFetch } from "./root-fetch.ts";
import type { Step, StepOptions } from "./step.ts";

/** @throws where the plan holds what is not executed here. */
export function compilePlan(node: PlanNode, options: StepOptions): Step {
  const compile = (each: PlanNode): Step => compilePlan(each, options);
  switch (node.kind) {
    case "Fetch":
      if (node.requires?.length) throw new Error("a plan fetches entities for no place of the answer");
      return surviving(compileRootFetch(node, options));
    case "Flatten":
      return surviving(compileFlatten(node, options));
    case "BatchFetch":
      return surviving(compileBatchFetch(node, options));
    case "Sequence": {
      const steps = node.nodes.map(compile);
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case "Parallel": {
      const steps = node.nodes.map(compile);
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    // Conditions are decided before an operation is planned.
    default:
      throw new Error(`a plan with a node "${node.kind}" is not executed`);
  }
}

/** What a source answers can exhaust the stack: lists inside each other without end. What else is gathered is answered all the same. */
function surviving(step: Step): Step {
  return async (run) => {
    try {
      await step(run);
    } catch (cause) {
      const { trace, requestId } = run.context;
      trace.onError("gateway", cause);
      const { message, extensions } = internalError(requestId);
      run.tell({ message, extensions: { ...extensions, code: "INTERNAL_ERROR" } });
      run.excused.push([]);
    }
  };
}
