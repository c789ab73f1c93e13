import type { Redis } from "ioredis";
import ipaddr from "ipaddr.js";
import { retryError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { budgetByKind } from "../../foundation/rights/budget-by-kind.ts";
import type { ClientKind, Rights } from "../../foundation/rights/rights.ts";
import type { Account } from "../request-context.ts";
import { bucketsInRedis } from "./shared-token-bucket.ts";
import { bucketsInMemory, type TokenBuckets } from "./token-bucket.ts";

/** `address` is that of a caller without a token. */
export type OpenAccount = (rights: Rights, address: string) => Account;

/** The accounts of all clients: of this process, or shared between gateways where there is a Redis. */
export function openAccounts(limits: Limits, redis?: Redis): OpenAccount {
  const { budgetWindowSeconds } = limits;
  const fillsInMs = budgetWindowSeconds * 1000;
  const capacities = budgetByKind(limits);
  const buckets = Object.fromEntries(
    Object.entries(capacities).map(([kind, capacity]) => {
      const size = { capacity, fillsInMs };
      return [kind, redis ? bucketsInRedis(redis, `cdsf-hub:budget:${kind}`, size) : bucketsInMemory(size)];
    }),
  ) as Record<ClientKind, TokenBuckets>;

  return ({ client, kind }, address) => {
    const bucket = buckets[kind];
    const capacity = capacities[kind];
    const tokenMs = fillsInMs / capacity;
    const key = client ?? networkOf(address);
    const left = (untilFull: number) => Math.max(0, Math.floor((fillsInMs - untilFull) / tokenMs + 0.001));

    return {
      async pay(cost) {
        const due = Math.min(Math.max(1, cost), capacity);
        const { untilFull, refused } = await bucket.tryToTake(key, due);
        if (refused) throw retryError("BUDGET_EXHAUSTED", 429, seconds(untilFull + due * tokenMs - fillsInMs));
        return due;
      },
      async settle(paid, actual) {
        return left(await bucket.take(key, actual - paid));
      },
      async headers() {
        const untilFull = await bucket.take(key, 0);
        return {
          "ratelimit-policy": `"default";q=${capacity};w=${budgetWindowSeconds}`,
          ratelimit: `"default";r=${left(untilFull)};t=${Math.ceil(untilFull / 1000)}`,
        };
      },
    };
  };
}

/** An IPv6 subscriber has a whole network (/64) of addresses: they are one caller. */
function networkOf(address: string): string {
  const bare = address.replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, "$1$3"); // some proxies add the port
  if (!ipaddr.isValid(bare)) return "unknown";
  const parsed = ipaddr.process(bare); // an IPv4 address in IPv6 clothes is one
  return parsed.kind() === "ipv6" ? ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`).toString() : parsed.toString();
}

const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));
