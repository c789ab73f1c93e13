import { forbidden } from "../../foundation/errors.ts";
import type { RequestContext } from "../request-context.ts";
import type { RefusedField } from "./operation-to-plan.ts";
import { type AnswerError, Run } from "./plan/run.ts";
import type { PreparedOperation } from "./prepare.ts";

/** What an execution gave. */
export interface Execution {
  /** JSON. */
  data: string;
  errors: AnswerError[];
  /** What it was, in units of cost. */
  cost: number;
}

/** Gathers an operation's data from its sources and writes them. What sources do wrong is among the errors. @throws UNPLANNABLE_OPERATION */
export async function execute({ compiled, variables }: PreparedOperation, context: RequestContext): Promise<Execution> {
  const { gather, write } = await compiled.plan();
  const run = new Run(variables, context);
  await gather?.(run);
  const data = write(run) ?? "null";
  return { data, errors: [...run.errors, ...refusals(run, compiled.refused)], cost: run.cost };
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
