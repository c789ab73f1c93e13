import type { PlanNode } from "@graphql-hive/router-query-planner";
import { type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from "graphql";
import { responseKey } from "../../response-path.ts";
import { renamedKeys } from "../plan/rewrites.ts";
import type { Supergraph } from "../selection/supergraph.ts";

/** Which subgraphs a plan asks for the field at a place: the data's keys, without list indices. */
export type SourcesOf = (place: readonly string[], typeName: string | undefined) => string[];

interface Request {
  source: string;
  /** Conditions on the type of the row that has the field. */
  types: string[];
}

/** The subgraphs that a plan asks, in no order. */
export function sourceNamesIn(plan: PlanNode | undefined): string[] {
  switch (plan?.kind) {
    case "Sequence":
    case "Parallel":
      return [...new Set(plan.nodes.flatMap(sourceNamesIn))];
    case "Flatten":
      return sourceNamesIn(plan.node);
    case "Fetch":
    case "BatchFetch":
      return [plan.serviceName];
    default:
      return [];
  }
}

/** Only errors ask this: what a source should have answered is read out of the plan when the first is met. */
export function sourcesInPlan(supergraph: Supergraph, plan: PlanNode | undefined): SourcesOf {
  let places: Map<string, Request[]> | undefined;
  return (place, typeName) => {
    places ??= readPlan(plan);
    const requests = places.get(place.join(".")) ?? [];
    return requests
      .filter(({ types }) => typeName === undefined || types.every((type) => supergraph.isA(type).has(typeName)))
      .map(({ source }) => source);
  };
}

function readPlan(plan: PlanNode | undefined): Map<string, Request[]> {
  const places = new Map<string, Request[]>();

  function read(node: PlanNode | undefined, at: string[]): void {
    switch (node?.kind) {
      case "Sequence":
      case "Parallel":
        for (const each of node.nodes) read(each, at);
        break;
      case "Flatten":
        read(node.node, keysOf(node.path));
        break;
      case "Fetch":
        readOperation(node.operation, node.serviceName, () => [at], renamedKeys(node.outputRewrites));
        break;
      case "BatchFetch": {
        const aliases = new Map(node.entityBatch.aliases.map((each) => [each.alias, each]));
        const renamed = new Map(node.entityBatch.aliases.flatMap(({ outputRewrites }) => [...renamedKeys(outputRewrites)]));
        readOperation(node.operation, node.serviceName, (key) => aliases.get(key)?.paths.map(keysOf) ?? [at], renamed);
      }
    }
  }

  function readOperation(text: string, source: string, placesOf: (key: string) => string[][], renamed: Map<string, string>): void {
    const { definitions } = parse(text, { noLocation: true });
    const fragments = new Map(definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
    for (const node of definitions)
      if (node.kind === Kind.OPERATION_DEFINITION) readSelections(node.selectionSet, [], [], { source, placesOf, renamed, fragments });
  }

  function readSelections(set: SelectionSetNode, at: string[], types: string[], operation: Operation): void {
    const { source, placesOf, renamed, fragments } = operation;
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        const key = responseKey(node);
        if (node.name.value === "_entities") for (const place of placesOf(key)) readSelections(node.selectionSet!, place, [], operation);
        else {
          const place = [...at, renamed.get(key) ?? key];
          const known = places.get(place.join("."));
          if (known) known.push({ source, types });
          else places.set(place.join("."), [{ source, types }]);
          if (node.selectionSet) readSelections(node.selectionSet, place, [], operation);
        }
      } else {
        const inner = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        const condition = inner?.typeCondition?.name.value;
        if (inner) readSelections(inner.selectionSet, at, condition ? [...types, condition] : types, operation);
      }
    }
  }

  read(plan, []);
  return places;
}

interface Operation {
  source: string;
  placesOf(key: string): string[][];
  renamed: ReadonlyMap<string, string>;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

const keysOf = (path: readonly (object | string)[]): string[] =>
  path.flatMap((segment) => (typeof segment === "object" && "Field" in segment ? [segment.Field as string] : []));
