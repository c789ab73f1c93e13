import type { CountRule } from "./secrecy-rules.ts";

/** Who makes up an amount: how many establishments, and the share of the first in %. */
interface Establishments {
  count: number;
  largestShare: number;
}

/** Whether a count is withheld for itself; zero points at nobody. */
export function isSmall(count: number, { minimum }: CountRule): boolean {
  return count > 0 && count < minimum;
}

/** Whether too few establishments make up an amount, or one of them nearly all of it. */
export function isConcentrated({ count, largestShare }: Establishments, rule: CountRule): boolean {
  return count < rule.minimum || largestShare > largestShareOf(rule);
}

/** How wide the interval is that is left to who looks for a withheld number: as many counts as the rule withholds, or what hides the first of the establishments. */
export function widthOf(value: number, rule: CountRule): number {
  return rule.about === "AMOUNTS" ? value * (100 / rule.largestShare - 1) : rule.minimum - 1;
}

function largestShareOf(rule: CountRule): number {
  return rule.about === "PERSONS" ? 100 : rule.largestShare;
}
