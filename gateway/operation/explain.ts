import type { PlanNode } from "@graphql-hive/router-query-planner";
import type { OperationToPlan } from "./selection/operation-to-plan.ts";
import type { Price } from "./selection/price.ts";

/** What an operation would cost, without running it. */
export interface Explanation {
  cost: number;
  /** In the order of the plan; `count` is how many objects are expected to be looked up. */
  calls: { subgraph: string; count?: number }[];
  /** Objects expected in the answer. */
  rows: number;
}

export function explanationOf(
  { requested: cost, rows, rowsAt }: Price,
  plan: PlanNode | undefined,
  clientPath: OperationToPlan["clientPath"],
) {
  const expected = (path: FlattenPath) =>
    rowsAt(clientPath(path.flatMap((step) => (typeof step === "object" && "Field" in step ? [step.Field] : []))) as string[]);
  return { cost, calls: callsOf(plan, expected), rows } satisfies Explanation;
}

type FlattenPath = Extract<PlanNode, { kind: "Flatten" }>["path"];

/** @param expected how many objects there are at a path of the plan. */
function callsOf(node: PlanNode | undefined, expected: (path: FlattenPath) => number, path?: FlattenPath): Explanation["calls"] {
  switch (node?.kind) {
    case "Fetch":
      return [{ subgraph: node.serviceName, ...(path && { count: expected(path) }) }];
    case "BatchFetch": {
      const paths = node.entityBatch.aliases.flatMap((alias) => alias.paths);
      return [{ subgraph: node.serviceName, count: paths.reduce((sum, at) => sum + expected(at), 0) }];
    }
    case "Flatten":
      return callsOf(node.node, expected, node.path);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((inner) => callsOf(inner, expected, path));
    default:
      return [];
  }
}
