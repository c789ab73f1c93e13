import type { FetchNode } from "@graphql-hive/router-query-planner";
import { Kind, parse } from "graphql";
import { responseKey } from "../../response-path.ts";
import { compileCall, pickVariables, tellErrors } from "./call.ts";
import { merge } from "./merge.ts";
import { compileRewrites, renamedKeys } from "./rewrites.ts";
import type { Step, StepOptions } from "./step.ts";

/** Fields of the operation's root type. */
export function compileRootFetch(node: FetchNode, options: StepOptions): Step {
  const { supergraph, clientPath } = options;
  const call = compileCall(node, options);
  const variablesOf = pickVariables(node.variableUsages);
  const rewrite = compileRewrites(supergraph, node.outputRewrites);
  const renamed = renamedKeys(node.outputRewrites);
  const keys = rootKeys(node.operation);
  return async (run) => {
    const answer = await call(run, variablesOf(run));
    tellErrors(run, answer, (path) => {
      // What is wrong with the call is wrong with its only field, if that is all that it was for and is not there.
      const isOfField = path.length === 0 && keys.length === 1 && (answer.data?.[keys[0]!] ?? null) === null;
      const place = isOfField ? keys : path;
      return place.length === 0 ? [] : [clientPath(place.map((key) => renamed.get(key as string) ?? key))];
    });
    if (answer.data) {
      rewrite?.(answer.data);
      merge(run.data, answer.data, supergraph.isAbstract);
    } else run.excused.push(...keys.map((key) => clientPath([renamed.get(key) ?? key])));
  };
}

function rootKeys(operation: string): string[] {
  const [definition] = parse(operation, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) return [];
  return definition.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [responseKey(node)] : []));
}
