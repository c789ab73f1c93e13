/** A time that ends by itself, or with another. */
export interface Deadline extends Disposable {
  /** Aborts at its end, and tells why. */
  signal: AbortSignal;
  /** Rejects at its end. */
  readonly over: Promise<never>;
}

export function deadline(other: AbortSignal, ms: number): Deadline {
  const ended = new AbortController();
  const { signal } = ended;
  const endWithOther = () => ended.abort(other.reason);
  const timer = setTimeout(() => ended.abort(new DOMException("it took too long", "TimeoutError")), ms);
  if (other.aborted) endWithOther();
  else other.addEventListener("abort", endWithOther, { once: true });
  return {
    signal,
    get over() {
      return new Promise<never>((_, reject) => {
        if (signal.aborted) reject(signal.reason);
        else signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
      other.removeEventListener("abort", endWithOther);
    },
  };
}
