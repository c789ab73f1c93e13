import type { BatchFetchNode, FetchNode } from "@graphql-hive/router-query-planner";
import type { Path } from "../../response-path.ts";
import type { CheckedAnswer } from "../../sources/ask.ts";
import type { SourceOperation } from "../../sources/source.ts";
import type { StepOptions } from "./step.ts";
import type { Row, Run } from "./run.ts";

/** Asks the source of a node for its operation. @param isWhole whether the data are all that was asked for */
export type Call = (run: Run, variables: Row, isWhole?: (data: Row) => boolean) => Promise<CheckedAnswer>;

export function compileCall(node: FetchNode | BatchFetchNode, { sources }: StepOptions): Call {
  const { serviceName, operationKind: kind = "query", operation: text, operationName: name } = node;
  const source = sources.get(serviceName);
  if (!source) throw new Error(`nobody answers for the subgraph ${serviceName}`);
  if (kind === "subscription") throw new Error("subscriptions are not executed");
  const operation: SourceOperation = { kind, text, name };
  return async (run, variables, isWhole) => {
    const answer = await source.ask({ operation, variables, context: run.context }, isWhole);
    if (answer.dataVersion !== undefined) run.read(serviceName, answer.dataVersion);
    return answer;
  };
}

/** The variables that an operation uses, as far as they are given. */
export function pickVariables(names: readonly string[] = []): (run: Run) => Row {
  return ({ variables }) => {
    const picked: Row = {};
    for (const name of names) if (variables[name] !== undefined) picked[name] = variables[name];
    return picked;
  };
}

/**
 * Adds the errors of a call to those of the answer.
 * @param placesOf where the answer has what a path of the call's is about; of no path, the one place that the call was for, if it is one
 */
export function tellErrors(run: Run, { errors, excused }: CheckedAnswer, placesOf: (path: Path) => Path[]): void {
  for (const { path = [], ...error } of errors) {
    const places = placesOf(path);
    if (places.length === 0) run.tell(error);
    for (const place of places) run.tell({ ...error, path: place });
  }
  for (const path of excused) run.excused.push(...placesOf(path));
}
