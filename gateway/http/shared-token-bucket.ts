import type { Redis } from "ioredis";
import { type BucketSize, bucketsInMemory, type TokenBuckets } from "./token-bucket.ts";

/** As the buckets in memory move, by the clock of Redis; a limit of 0 is none. */
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
