import type { FastifyBaseLogger } from "fastify";
import { Redis } from "ioredis";

/** A Redis that may go away: commands fail at once meanwhile, and the log has one line when it goes and one when it comes back. */
export function openRedis(url: string, logger: FastifyBaseLogger): Redis {
  const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 });
  let reachable = true;
  redis.on("error", (cause: Error) => {
    if (reachable) logger.warn({ cause: cause.message }, "Redis does not answer: each gateway counts budgets for itself");
    reachable = false;
  });
  redis.on("ready", () => {
    if (!reachable) logger.info("Redis answers again: gateways share budgets");
    reachable = true;
  });
  return redis;
}
