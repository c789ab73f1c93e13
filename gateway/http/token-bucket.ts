import { LRUCache } from "lru-cache";

/**
 * A bucket of tokens for each key, that fills evenly. All there is to know of one is when it will be full again (GCRA): one that
 * is full is not kept.
 */
export interface TokenBuckets {
  /** Takes tokens, or gives some back (negative): never more than the bucket holds. @returns milliseconds until it is full. */
  take(key: string, tokens: number): Promise<number>;
  /** Takes tokens where it holds so many. @returns as `take`; `refused`: nothing was taken. */
  tryToTake(key: string, tokens: number): Promise<{ untilFull: number; refused: boolean }>;
}

export interface BucketSize {
  /** Tokens in a full bucket. */
  capacity: number;
  /** Milliseconds in which an empty one fills. */
  fillsInMs: number;
}

/** The buckets of one process. Of too many at once, those that were not used for longest are forgotten. */
export function bucketsInMemory({ capacity, fillsInMs }: BucketSize, maxSize = 100_000): TokenBuckets {
  // Not `max`, which would take the whole place at once.
  const fullAt = new LRUCache<string, number>({ maxSize, sizeCalculation: () => 1 });
  const tokenMs = fillsInMs / capacity;

  function move(key: string, tokens: number, limitMs: number) {
    const now = performance.now(); // a clock that is set back would take all tokens away
    const untilFull = Math.max(0, (fullAt.get(key) ?? 0) - now);
    const wanted = Math.max(0, untilFull + tokens * tokenMs);
    if (tokens > 0 && wanted > limitMs) return { untilFull, refused: true };
    if (wanted > 0) fullAt.set(key, now + wanted);
    else fullAt.delete(key);
    return { untilFull: wanted, refused: false };
  }

  return {
    take: async (key, tokens) => move(key, tokens, Number.POSITIVE_INFINITY).untilFull,
    tryToTake: async (key, tokens) => move(key, tokens, fillsInMs),
  };
}
