import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Decision } from "./decide.ts";
import type { Problem } from "./problem.ts";

/** More than these, and the memory that a decision took is given back after it. */
const manyStatements = 10_000;
/** A national file takes less than one. */
const mostMinutes = 10;

/** As it is written, or compiled. */
const program = new URL(`./decision-thread.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);

/** A thread that is at rest, and keeps no process from ending. */
let resting: Worker | undefined;

/**
 * Decides in a thread of its own: this one goes on answering meanwhile.
 * @throws Error where a proof does not add up, or the decision takes longer than any file needs
 */
export async function decideApart(problem: Problem): Promise<Decision> {
  const thread = resting ?? new Worker(program, { execArgv: [] });
  resting = undefined;
  thread.ref();
  let isSound = false;
  try {
    const answer = once(thread, "message", { signal: AbortSignal.timeout(mostMinutes * 60_000) });
    thread.postMessage(problem);
    const [{ faults, ...decision }] = (await answer) as [Decision & { faults: string[] }];
    if (faults.length > 0) throw new Error(`statistical secrecy: ${faults.length} proofs do not hold`);
    isSound = true;
    return decision;
  } finally {
    if (isSound && !resting && problem.statements.length < manyStatements) {
      resting = thread;
      thread.unref();
    } else await thread.terminate();
  }
}
