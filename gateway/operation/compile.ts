import { type PlanNode, QueryPlanner } from "@graphql-hive/router-query-planner";
import { type GraphQLSchema, print } from "graphql";
import { LRUCache } from "lru-cache";
import { hubError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { Asked } from "../sources/ask.ts";
import { type OperationToPlan, operationToPlan } from "./selection/operation-to-plan.ts";
import { compilePlan } from "./plan/plan.ts";
import type { Step } from "./plan/step.ts";
import type { Price } from "./selection/price.ts";
import { createPricing, type PriceOperation } from "./selection/pricing.ts";
import { type Audience, scopeGuard } from "./selection/scope-guard.ts";
import type { Selected } from "./selection/selections.ts";
import { readSupergraph } from "./selection/supergraph.ts";
import { weightsOf } from "./selection/weights.ts";
import { sourceNamesIn, sourcesInPlan } from "./write/plan-sources.ts";
import { reportsOf } from "./write/reports.ts";
import { compileWriter, type Write } from "./write/write.ts";

/** Sets of variables whose price is remembered, of one operation. */
const pricesKept = 8;

/** An operation for one audience and one set of conditions: limited, guarded and priced; planned and compiled when it is first run. */
export interface CompiledOperation extends Pick<OperationToPlan, "refused" | "clientPath" | "size"> {
  price: PriceOperation;
  isQuery: boolean;
  /** @throws UNPLANNABLE_OPERATION */
  plan: () => Promise<CompiledPlan>;
}

export interface CompiledPlan {
  /** Undefined where no subgraph is asked. */
  node: PlanNode | undefined;
  gather: Step | undefined;
  write: Write;
  /** Those that it asks, by name. */
  sources: ReadonlyMap<string, Asked>;
}

export interface Compiler {
  /** What clients see. */
  schema: GraphQLSchema;
  audienceOf: ReturnType<typeof scopeGuard>;
  /** @param selected of a valid document. @throws OPERATION_TOO_LARGE */
  compile: (selected: Selected, audience: Audience) => CompiledOperation;
}

export interface CompilerOptions {
  /** SDL of any Federation 2 supergraph. */
  supergraph: string;
  /** Who answers for a subgraph; the URL is the supergraph's. */
  sourceOf: (subgraph: string, url: string) => Asked;
  /** Names of subgraphs for error messages. */
  partners: Readonly<Record<string, string>>;
  limits: Pick<Limits, "maxSelections" | "assumedListSize">;
}

/** @throws where the planner refuses the supergraph. */
export function createCompiler({ supergraph: sdl, sourceOf, partners, limits }: CompilerOptions): Compiler {
  const planner = new QueryPlanner(sdl);
  const supergraph = readSupergraph(sdl, planner.consumerSchema);
  const sources = new Map([...supergraph.urls].map(([name, url]) => [name, sourceOf(name, url)]));
  const weightOf = weightsOf(supergraph.full);
  const pricing = createPricing(supergraph, weightOf, limits);

  async function compiledPlan(selected: Selected, { document, clientPath }: OperationToPlan): Promise<CompiledPlan> {
    const { node } = document ? await planned(print(document), selected.operation.name?.value) : {};
    const sourcesOf = sourcesInPlan(supergraph, node);
    return {
      node,
      sources: new Map(sourceNamesIn(node).map((name) => [name, sources.get(name)!])),
      gather: node && compilePlan(node, { supergraph, sources, clientPath }),
      write: compileWriter(supergraph, selected, { sourcesOf, weightOf, reports: reportsOf(partners, sourcesOf) }),
    };
  }

  async function planned(text: string, name: string | undefined) {
    try {
      return await planner.planAsync(text, name, new Set(), 0);
    } catch (cause) {
      throw Object.assign(hubError("UNPLANNABLE_OPERATION"), { cause });
    }
  }

  return {
    schema: supergraph.schema,
    audienceOf: scopeGuard(supergraph.full),
    compile(selected, { isKnown }) {
      const isQuery = selected.operation.operation === "query";
      const toPlan = operationToPlan(supergraph, selected, { maxSelections: limits.maxSelections, isJournaled: isKnown && isQuery });
      let plan: Promise<CompiledPlan> | undefined;
      const { refused, clientPath, size } = toPlan;
      return {
        refused,
        clientPath,
        size,
        isQuery,
        // What is written is long, and is written once.
        price: isQuery ? remembered(pricing(selected)) : pricing(selected),
        plan: () => (plan ??= compiledPlan(selected, toPlan)),
      };
    },
  };
}

/** What was priced last costs the same again. */
function remembered(price: PriceOperation): PriceOperation {
  const known = new LRUCache<string, Price>({ max: pricesKept });
  return (variables) => {
    const key = JSON.stringify(variables);
    const given = known.get(key) ?? price(variables);
    known.set(key, given);
    return given;
  };
}
