import type { BatchFetchNode, EntityBatchAlias, FetchNode, FlattenNode } from "@graphql-hive/router-query-planner";
import { isTurnLong, rest } from "../../../foundation/turns.ts";
import type { Path } from "../../response-path.ts";
import { compileCall, pickVariables, tellErrors } from "./call.ts";
import { compileFlattenPath, locate } from "./flatten-path.ts";
import { copy, merge } from "./merge.ts";
import { compileRequires } from "./requires.ts";
import { compileRewrites, renamedKeys } from "./rewrites.ts";
import { isRow, type Row, type Run } from "./run.ts";
import type { Step, StepOptions } from "./step.ts";

/** `Flatten` of a fetch: one list of entities for one place. */
export function compileFlatten({ path, node }: FlattenNode, options: StepOptions): Step {
  if (node.kind !== "Fetch" || !node.requires?.length) throw new Error("a plan flattens what is no fetch of entities");
  const { requires, inputRewrites = [], outputRewrites = [] } = node;
  const alias = { alias: "_entities", representationsVariableName: "representations", paths: [path], requires };
  return compileEntityFetch(node, [{ ...alias, inputRewrites, outputRewrites }], options);
}

/** `BatchFetch`: several lists of entities of one subgraph, each for several places, in one operation. */
export function compileBatchFetch(node: BatchFetchNode, options: StepOptions): Step {
  return compileEntityFetch(node, node.entityBatch.aliases, options);
}

/** Representations by variable, each once however often the entity stands in the answer. */
interface Entities {
  representations: Row[];
  numbers: Map<string, number>;
}

/** Rows that are completed by the entities of one alias, with the number of each one's representation. */
interface Group {
  rows: Row[];
  numbers: number[];
}

function compileEntityFetch(node: FetchNode | BatchFetchNode, batch: readonly EntityBatchAlias[], options: StepOptions): Step {
  const { supergraph, clientPath } = options;
  const { serviceName } = node;
  const call = compileCall(node, options);
  const variablesOf = pickVariables(node.variableUsages);
  const aliases = batch.map((each) => ({
    key: each.alias,
    variable: each.representationsVariableName,
    finds: each.paths.map((path) => compileFlattenPath(supergraph, path)),
    represent: compileRequires(supergraph, each.requires),
    rewriteInput: compileRewrites(supergraph, each.inputRewrites),
    rewriteOutput: compileRewrites(supergraph, each.outputRewrites),
    renamed: renamedKeys(each.outputRewrites),
  }));
  type Alias = (typeof aliases)[number];

  return async (run) => {
    const asked = new Map<string, Entities>();
    const groups: Group[] = [];
    for (const alias of aliases) groups.push(await gather(run, alias, entitiesFor(asked, alias.variable)));
    if ([...asked.values()].every(({ representations }) => representations.length === 0)) return;
    const variables = variablesOf(run);
    for (const [name, { representations }] of asked) variables[name] = representations;
    const isWhole = (data: Row) =>
      aliases.every(({ key, variable }) => isOneForEach(data[key] ?? null, asked.get(variable)!.representations));
    const answer = await call(run, variables, isWhole);
    if (answer.errors.length + answer.excused.length > 0) {
      const places = locate(run.data, new Set(groups.flatMap(({ rows }) => rows)));
      tellErrors(run, answer, (path) => placesOf(path, groups, places));
      for (const { path: [key, number] = [] } of answer.errors)
        if (!isRow((answer.data?.[key!] as unknown[] | null)?.[number as number]))
          run.excused.push(...placesOf([key!, number!], groups, places));
    }
    for (const [n, alias] of aliases.entries()) {
      const entities = answer.data?.[alias.key] ?? null;
      if (entities === null) for (const row of groups[n]!.rows) run.setUnresolved(row, serviceName);
      else await take(run, alias, groups[n]!, entities as unknown[]);
    }
  };

  async function gather(run: Run, { finds, represent, rewriteInput }: Alias, { representations, numbers }: Entities): Promise<Group> {
    const found: Row[] = [];
    for (const find of finds) find(run.data, found);
    const group: Group = { rows: [], numbers: [] };
    for (const row of found) {
      if (isTurnLong()) await rest();
      const isUnresolved = run.isUnresolved(row);
      const representation = represent(row, isUnresolved);
      if (!representation) {
        // Its key would have come from a source that has nothing for the row; otherwise the writer tells what is missing.
        if (isUnresolved) run.setUnresolved(row, serviceName);
        continue;
      }
      rewriteInput?.(representation);
      const id = JSON.stringify(representation);
      let number = numbers.get(id);
      if (number === undefined) {
        number = representations.push(representation) - 1;
        numbers.set(id, number);
      }
      group.rows.push(row);
      group.numbers.push(number);
    }
    return group;
  }

  async function take(run: Run, { rewriteOutput }: Alias, { rows, numbers }: Group, entities: unknown[]): Promise<void> {
    rewriteOutput?.(entities); // its paths begin at the entity, here as in a batch
    const taken = new Set<number>();
    for (const [n, row] of rows.entries()) {
      if (isTurnLong()) await rest();
      const number = numbers[n]!;
      const entity = entities[number];
      if (!isRow(entity)) run.setUnresolved(row, serviceName);
      else merge(row, taken.has(number) ? copy(entity) : entity, supergraph.isAbstract);
      taken.add(number);
    }
  }

  /** Where the answer to the client has what a path of this call's answer is about. */
  function placesOf([key, number, ...rest]: Path, groups: Group[], places: ReadonlyMap<Row, Path>): Path[] {
    const n = aliases.findIndex((alias) => alias.key === key);
    if (n < 0 || typeof number !== "number") return [];
    const { rows, numbers } = groups[n]!;
    const below = rest.map((each) => aliases[n]!.renamed.get(each as string) ?? each);
    return rows.flatMap((row, each) => (numbers[each] === number ? [clientPath([...(places.get(row) ?? []), ...below])] : []));
  }
}

const isOneForEach = (entities: unknown, representations: Row[]) =>
  entities === null || (Array.isArray(entities) && entities.length === representations.length);

function entitiesFor(all: Map<string, Entities>, variable: string): Entities {
  const known = all.get(variable);
  if (known) return known;
  const asked: Entities = { representations: [], numbers: new Map() };
  all.set(variable, asked);
  return asked;
}
