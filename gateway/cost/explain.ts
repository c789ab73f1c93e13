import { type PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner";
import { type DocumentNode, getOperationAST, Kind, print } from "graphql";
import type { Price } from "./price.ts";

/** What an operation would cost, without running it. */
export interface Explanation {
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
    if (isIntrospection(document, operationName)) return { cost, calls: [], rows };
    planner ??= new QueryPlanner(supergraph);
    const { node } = await planner.planAsync(print(document), operationName, new Set(), 0);
    return { cost, calls: callsOf(node, price), rows };
  };
}

function callsOf(node: PlanNode | undefined, price: Price, path?: Path): Explanation["calls"] {
  const expected = (at: Path) => price.rowsAt(at.flatMap((step) => (typeof step === "object" && "Field" in step ? step.Field : [])));
  switch (node?.kind) {
    case "Fetch":
      return [{ subgraph: node.serviceName, ...(path && { count: expected(path) }) }];
    case "BatchFetch": {
      const paths = node.entityBatch.aliases.flatMap((alias) => alias.paths);
      return [{ subgraph: node.serviceName, count: paths.reduce((sum, at) => sum + expected(at), 0) }];
    }
    case "Flatten":
      return callsOf(node.node, price, node.path);
    case "Sequence":
    case "Parallel":
      return node.nodes.flatMap((inner) => callsOf(inner, price, path));
    case "Condition":
      return [...callsOf(node.ifClause, price, path), ...callsOf(node.elseClause, price, path)];
    default:
      return [];
  }
}

type Path = Extract<PlanNode, { kind: "Flatten" }>["path"];

/** The gateway answers it alone. */
function isIntrospection(document: DocumentNode, operationName: string | undefined): boolean {
  const selections = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  const names = selections.map((selection) => (selection.kind === Kind.FIELD ? selection.name.value : ""));
  return names.some((name) => name === "__schema" || name === "__type") || names.every((name) => name === "__typename");
}
