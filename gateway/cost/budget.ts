import type { Redis } from "ioredis";
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { budgetsByKind } from "../../subgraphs/budgets.ts";
import { retryError } from "../../subgraphs/errors.ts";
import type { ClientKind, Rights } from "../../subgraphs/rights/rights.ts";
import type { Limits } from "./limits.ts";

/** What one client may spend in a window of time, which begins with his first request. */
export interface Account {
  /** @returns what was paid. @throws BUDGET_EXHAUSTED, status 429; a refused request takes nothing. */
  pay: (cost: number) => Promise<number>;
  /** Gives back what was paid too much, or takes what is due. @returns what is left. */
  settle: (paid: number, actual: number) => Promise<number>;
  /** `RateLimit` and `RateLimit-Policy`, as in draft-ietf-httpapi-ratelimit-headers-10. */
  headers: () => Promise<Record<string, string>>;
}

/** `address` is that of a caller without a token. */
export type OpenAccount = (rights: Rights, address: string) => Account;

/** The accounts of all clients: of this process, or shared between gateways where there is a Redis. */
export function openAccounts(limits: Limits, redis?: Redis): OpenAccount {
  const limiters = Object.fromEntries(
    Object.entries(budgetsByKind(limits)).map(([kind, capacity]) => [kind, limiterOf(kind, capacity, limits.budgetWindowSeconds, redis)]),
  ) as Record<ClientKind, RateLimiterAbstract>;

  return ({ client, kind }, address) => {
    const limiter = limiters[kind];
    const key = client ?? address;
    /** When the window ends in which this request paid: a refund of the next one would be a gift. */
    let paidUntil = 0;

    return {
      async pay(cost) {
        const due = Math.min(Math.max(1, cost), limiter.points);
        try {
          const { msBeforeNext } = await limiter.consume(key, due);
          paidUntil = Date.now() + msBeforeNext;
          return due;
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          await limiter.reward(key, due);
          throw retryError("BUDGET_EXHAUSTED", 429, seconds(refused.msBeforeNext));
        }
      },
      async settle(paid, actual) {
        const difference = Date.now() < paidUntil ? paid - actual : 0;
        const { remainingPoints } = await limiter.reward(key, difference);
        return remainingPoints;
      },
      async headers() {
        const state = await limiter.get(key);
        const remaining = Math.max(0, state?.remainingPoints ?? limiter.points);
        return {
          "ratelimit-policy": `"default";q=${limiter.points};w=${limiter.duration}`,
          ratelimit: `"default";r=${remaining};t=${state ? seconds(state.msBeforeNext) : 0}`,
        };
      },
    };
  };
}

/** Where Redis does not answer, each gateway counts for itself. */
function limiterOf(kind: string, points: number, duration: number, redis: Redis | undefined): RateLimiterAbstract {
  const memory = new RateLimiterMemory({ keyPrefix: kind, points, duration });
  if (!redis) return memory;
  return new RateLimiterRedis({
    storeClient: redis,
    keyPrefix: `cdsf-hub:budget:${kind}`,
    points,
    duration,
    insuranceLimiter: memory,
    rejectIfRedisNotReady: true,
  });
}

const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));
