import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { StartError } from "../start-error.ts";
import type { Decision } from "./decide.ts";
import type { Problem } from "./problem.ts";

/** A decision without its proofs, which were added up. */
export type Decided = Pick<Decision, "withheld" | "exposed" | "elsewhere">;
export type Answer = Decided & { faults: string[] };

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
 * @throws StartError where the decision takes longer than any file needs
 * @throws Error where a proof does not add up
 */
export async function decideApart(problem: Problem): Promise<Decided> {
  const thread = resting ?? new Worker(program, { execArgv: [] });
  resting = undefined;
  thread.ref();
  let isSound = false;
  try {
    const { faults, ...decided } = await answerOf(thread, problem);
    if (faults.length > 0) throw new Error(`statistical secrecy: ${faults.length} proofs do not hold`);
    isSound = true;
    return decided;
  } finally {
    if (isSound && !resting && problem.statements.length < manyStatements) {
      resting = thread;
      thread.unref();
    } else await thread.terminate();
  }
}

async function answerOf(thread: Worker, problem: Problem): Promise<Answer> {
  const limit = AbortSignal.timeout(mostMinutes * 60_000);
  try {
    const answered = once(thread, "message", { signal: limit });
    thread.postMessage(problem);
    const [answer] = (await answered) as [Answer];
    return answer;
  } catch (error) {
    if (!limit.aborted) throw error;
    throw new StartError(
      `Le secret statistique n'a pas été décidé en ${mostMinutes} minutes : envoyez le fichier en plusieurs parties, par région.`,
    );
  }
}
