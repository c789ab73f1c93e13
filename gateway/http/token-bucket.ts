import type { Redis } from "ioredis";
import QuickLRU from "quick-lru";

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
  const fullAt = new QuickLRU<string, number>({ maxSize });
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

/** As `move` above, by the clock of Redis; a limit of 0 is none. */
const move = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local untilFull = math.max(0, tonumber(redis.call('GET', KEYS[1]) or '0') - now)
local wanted = math.max(0, untilFull + tonumber(ARGV[1]))
local limit = tonumber(ARGV[2])
if limit > 0 and wanted > limit then return {tostring(untilFull), 1} end
if wanted > 0 then redis.call('SET', KEYS[1], string.format('%.3f', now + wanted), 'PX', math.ceil(wanted))
else redis.call('DEL', KEYS[1]) end
return {tostring(wanted), 0}`;

/** Buckets that gateways share. Where Redis does not answer, each counts for itself. */
export function bucketsInRedis(redis: Redis, prefix: string, size: BucketSize): TokenBuckets {
  const own = bucketsInMemory(size);
  const tokenMs = size.fillsInMs / size.capacity;

  async function run(key: string, tokens: number, limitMs: number) {
    const [untilFull, refused] = (await redis.eval(move, 1, `${prefix}:${key}`, tokens * tokenMs, limitMs)) as [string, number];
    return { untilFull: Number(untilFull), refused: refused === 1 };
  }

  return {
    take: (key, tokens) =>
      run(key, tokens, 0).then(
        ({ untilFull }) => untilFull,
        () => own.take(key, tokens),
      ),
    tryToTake: (key, tokens) => run(key, tokens, size.fillsInMs).catch(() => own.tryToTake(key, tokens)),
  };
}
