/**
 * What a client may spend, by `@cost` and `@listSize`, where the environment says nothing else: `maxCost` is MAX_COST there.
 * The gateway counts it, and `me` tells it.
 */
export const defaultBudgets = Object.freeze({
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

export type Budgets = Readonly<Record<keyof typeof defaultBudgets, number>>;
