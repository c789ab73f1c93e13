import { Semaphore } from "async-mutex";

/**
 * Runs tasks, so many at a time. Once one fails, the signal tells those that run, no other begins, and when all have ended its error is thrown.
 * @returns what they give, in their order
 */
export async function severalAtATime<T>(limit: number, tasks: readonly ((failed: AbortSignal) => Promise<T>)[]): Promise<T[]> {
  const turns = new Semaphore(limit);
  const failure = new AbortController();
  const given: T[] = [];
  const run = async (task: (typeof tasks)[number], index: number) => {
    if (failure.signal.aborted) return;
    try {
      given[index] = await task(failure.signal);
    } catch (error) {
      failure.abort(error);
    }
  };
  await Promise.all(tasks.map((task, index) => turns.runExclusive(() => run(task, index))));
  failure.signal.throwIfAborted();
  return given;
}
