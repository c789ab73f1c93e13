import type { Call, Context } from "../context.ts";
import type { OpenSubgraph } from "../open-subgraph.ts";

const maxAttempts = 3;

/**
 * Runs a call on one version of the data: where another is committed between two of its statements, it begins again, on that one. After
 * three times what could not be read is SOURCE_UNAVAILABLE. What it wrote in the access journal is written again then.
 * A call that has begun to write runs once: what it reads afterwards may then be of another version, and is not there.
 */
export async function onOneVersion<Result>(
  { contextOf }: Pick<OpenSubgraph, "contextOf">,
  call: Omit<Call, "budgets">,
  signal: AbortSignal | undefined,
  run: (context: Context) => Result | Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const context = await contextOf(call, signal);
    const result = await run(context);
    if (!context.rows.isStale || context.writing?.hasBegun || attempt === maxAttempts) return result;
  }
}
