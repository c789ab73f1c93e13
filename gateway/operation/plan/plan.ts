import type { PlanNode } from "@graphql-hive/router-query-planner";
import { compileBatchFetch, compileFlatten } from "./entity-fetch.ts";
import { compileRootFetch } from "./root-fetch.ts";
import type { Step, StepOptions } from "./step.ts";

/** @throws where the plan holds what is not executed here. */
export function compilePlan(node: PlanNode, options: StepOptions): Step {
  const compile = (each: PlanNode): Step => compilePlan(each, options);
  switch (node.kind) {
    case "Fetch":
      if (node.requires?.length) throw new Error("a plan fetches entities for no place of the answer");
      return compileRootFetch(node, options);
    case "Flatten":
      return compileFlatten(node, options);
    case "BatchFetch":
      return compileBatchFetch(node, options);
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
