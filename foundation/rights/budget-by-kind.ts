import type { Budgets } from "../budgets.ts";
import { ClientKind } from "./rights.ts";

/** @returns what one client of each kind may spend at once. */
export function budgetByKind(budgets: Budgets): Record<ClientKind, number> {
  return {
    [ClientKind.ANONYMOUS]: budgets.budgetAnonymous,
    [ClientKind.ANALYST]: budgets.budgetAnalyst,
    [ClientKind.DASHBOARD]: budgets.budgetDashboard,
    [ClientKind.PARTNER_SYSTEM]: budgets.budgetPartnerSystem,
  };
}
