import { hubError } from "../../foundation/errors.ts";

interface Work<Value> {
  done: Promise<Value>;
  ended: AbortController;
  waiting: number;
}

/**
 * Who asks for the same while it is being made waits for it: it is made once, and given up when nobody waits any more.
 * @throws REQUEST_TIMEOUT to who leaves before others
 */
export function sharedWork<Value>(): (key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<Value>) => Promise<Value> {
  const works = new Map<string, Work<Value>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<Value>): Work<Value> {
    const ended = new AbortController();
    const work: Work<Value> = { done: start(ended.signal), ended, waiting: 0 };
    works.set(key, work);
    const forget = () => works.get(key) === work && works.delete(key);
    work.done.then(forget, forget);
    return work;
  }

  return async (key, signal, start) => {
    const work = works.get(key) ?? begin(key, start);
    work.waiting++;
    const left = Promise.withResolvers<never>();
    const leave = () => {
      work.waiting--;
      if (work.waiting > 0) return left.reject(hubError("REQUEST_TIMEOUT"));
      works.delete(key); // who comes now begins anew
      work.ended.abort(signal.reason); // and the last one is told what is there
    };
    signal.addEventListener("abort", leave, { once: true });
    if (signal.aborted) leave();
    try {
      return await Promise.race([work.done, left.promise]);
    } finally {
      signal.removeEventListener("abort", leave);
    }
  };
}
