import { limitError } from "../../foundation/errors.ts";
import type { Limits } from "../../foundation/limits.ts";
import type { RequestContext } from "../request-context.ts";
import type { Price } from "./selection/price.ts";

/** What a client paid for one operation. */
export interface Charge {
  /** Gives back what was not used. @returns what the answer says of its cost */
  settle: (actual: number) => Promise<{ requested: number; actual: number; remaining: number }>;
}

/** Takes what an operation is expected to cost from the client's budget. @throws COST_TOO_HIGH, LISTS_TOO_NESTED, BUDGET_EXHAUSTED */
export async function charge(
  { requested, widest }: Price,
  { account, signal, trace }: RequestContext,
  { maxCost, maxNestedRows }: Pick<Limits, "maxCost" | "maxNestedRows">,
): Promise<Charge> {
  if (requested > maxCost) throw limitError("COST_TOO_HIGH", maxCost, requested);
  if (widest > maxNestedRows) throw limitError("LISTS_TOO_NESTED", maxNestedRows);
  const paid = await account.pay(requested);
  return {
    async settle(written) {
      // What was abandoned has been worked on all the same.
      const actual = signal.aborted || trace.abandoned ? paid : written;
      return { requested, actual, remaining: await account.settle(paid, actual) };
    },
  };
}
