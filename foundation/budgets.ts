import { readNumbers } from "./config.ts";
import { ClientKind } from "./rights/rights.ts";

/** What a client may spend, by `@cost` and `@listSize`. The gateway counts it, and `me` tells it. */
export const budgets = readNumbers({
  /** One operation; the CDSF view of all departments asks for 40 000. */
  maxCost: 120_000,
  /** What one client may spend at once, by kind of client. */
  budgetAnonymous: 600_000,
  budgetAnalyst: 1_200_000,
  budgetDashboard: 3_000_000,
  budgetPartnerSystem: 3_000_000,
  /** In how many seconds a spent budget is whole again: it fills evenly. */
  budgetWindowSeconds: 60,
});

export type Budgets = typeof budgets;

/** @returns the budget of one client of each kind. */
export function budgetsByKind(limits: Budgets): Record<ClientKind, number> {
  return {
    [ClientKind.ANONYMOUS]: limits.budgetAnonymous,
    [ClientKind.ANALYST]: limits.budgetAnalyst,
    [ClientKind.DASHBOARD]: limits.budgetDashboard,
    [ClientKind.PARTNER_SYSTEM]: limits.budgetPartnerSystem,
  };
}
