import { E_TIMEOUT, Semaphore, type SemaphoreInterface, withTimeout } from "async-mutex";
import { retryError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import { ClientKind } from "../../foundation/rights/rights.ts";

interface Lane {
  places: SemaphoreInterface;
  waiting: number;
}

/** Takes a place for one request. @returns what gives it back. @throws BUSY, status 503. */
export type TakeTurn = (kind: ClientKind) => Promise<() => void>;

/**
 * Each kind of client has places of its own: however many analysts or anonymous callers come, those of partner systems and of
 * dashboards stay free for them.
 */
export function openTurns(limits: Limits): TakeTurn {
  const laneOf = (places: number): Lane => ({ places: withTimeout(new Semaphore(places), limits.queueTimeoutMs), waiting: 0 });
  const lanes: Record<ClientKind, Lane> = {
    [ClientKind.ANONYMOUS]: laneOf(limits.concurrencyAnonymous),
    [ClientKind.ANALYST]: laneOf(limits.concurrencyAnalyst),
    [ClientKind.DASHBOARD]: laneOf(limits.concurrencyDashboard),
    [ClientKind.PARTNER_SYSTEM]: laneOf(limits.concurrencyPartnerSystem),
  };
  const busy = () => retryError("BUSY", 503, Math.ceil(limits.queueTimeoutMs / 1000));

  return async (kind) => {
    const lane = lanes[kind];
    if (lane.waiting >= limits.queueLength) throw busy();
    lane.waiting++;
    try {
      const [, release] = await lane.places.acquire();
      return release;
    } catch (error) {
      throw error === E_TIMEOUT ? busy() : error;
    } finally {
      lane.waiting--;
    }
  };
}
