import { forbidden, hubError } from "../../foundation/errors.ts";
import { rest } from "../../foundation/turns.ts";
import type { RequestContext } from "../request-context.ts";
import type { CompiledPlan } from "./compile.ts";
import type { RefusedField } from "./selection/operation-to-plan.ts";
import { type AnswerError, Run } from "./plan/run.ts";
import type { PreparedOperation } from "./prepare.ts";

/** What an execution gave. */
export interface Execution {
  /** JSON. */
  data: string;
  errors: AnswerError[];
  /** What it was, in units of cost. */
  cost: number;
  /** The version of the data that each source answered from, as far as they say. */
  dataVersions: ReadonlyMap<string, string>;
}

const maxAttempts = 3;

/**
 * Gathers an operation's data from its sources and writes them. What sources do wrong is among the errors.
 * @throws UNPLANNABLE_OPERATION; DATA_CHANGED where the data of a source change again and again between two calls
 */
export async function execute({ compiled, variables }: PreparedOperation, context: RequestContext): Promise<Execution> {
  const plan = await compiled.plan();
  const run = await gathered(plan, variables, context, compiled.isQuery);
  await rest();
  const data = plan.write(run) ?? "null";
  return { data, errors: [...run.errors, ...refusals(run, compiled.refused)], cost: run.cost, dataVersions: run.dataVersions };
}

/** Each source's data are of one version: an import between two calls makes a query begin again. What changes the data itself is done once. */
async function gathered(
  { gather }: CompiledPlan,
  variables: PreparedOperation["variables"],
  context: RequestContext,
  isQuery: boolean,
): Promise<Run> {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const run = new Run(variables, context);
    await gather?.(run);
    if (!run.isMixed || !isQuery) return run;
  }
  throw hubError("DATA_CHANGED");
}

/** One error for each field that the caller may not have, at its first place, unless its subgraph refused it. */
function refusals({ errors, refusedAt }: Run, refused: readonly RefusedField[]): AnswerError[] {
  const keysOf = (path: AnswerError["path"]) => (path ?? []).filter((step) => typeof step === "string").join();
  const told = new Set(errors.filter(({ extensions }) => extensions.code === "FORBIDDEN").map(({ path }) => keysOf(path)));
  return refused.flatMap(({ path, missing }) => {
    if (told.has(path.join())) return [];
    const { message, extensions } = forbidden(missing, []);
    return { message, path: refusedAt.get(path.join()) ?? path, extensions: { ...extensions, code: "FORBIDDEN" } };
  });
}
