import { type PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner";
import { type DocumentNode, print } from "graphql";
import { operationToPlan } from "./operation-to-plan.ts";
import type { Price } from "./price.ts";

/** What an operation would cost, without running it. */
interface Explanation {
  cost: number;
  /** In the order of the plan; `count` is how many objects are expected to be looked up. */
  calls: { subgraph: string; count?: number }[];
  /** Objects expected in the answer. */
  rows: number;
}

export type Explain = (document: DocumentNode, operationName: string | undefined, price: Price) => Promise<Explanation>;

/** Asks the planner of the runtime for its plan, on a planner of its own. */
export function createExplain(supergraph: string): Explain {
  let planner: QueryPlanner | undefined;
  return async (document, operationName, price) => {
    const { requested: cost, rows } = price;
    const { planned, clientKeyOf } = operationToPlan(document, operationName);
    if (!planned) return { cost, calls: [], rows };
    planner ??= new QueryPlanner(supergraph);
    const { node } = await planner.planAsync(print(planned), operationName, new Set(), 0);
    const expected = (path: Path) =>
      price.rowsAt(path.flatMap((step) => (typeof step === "object" && "Field" in step ? clientKeyOf(step.Field) : [])));
    return { cost, calls: callsOf(node, expected), rows };
  };
}

/** @param expected how many objects there are at a path of the plan. */
function callsOf(node: PlanNode | undefined, expected: (path: Path) => number, path?: Path): Explanation["calls"] {
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
    case "Condition":
      return [...callsOf(node.ifClause, expected, path), ...callsOf(node.elseClause, expected, path)];
    default:
      return [];
  }
}

type Path = Extract<PlanNode, { kind: "Flatten" }>["path"];
