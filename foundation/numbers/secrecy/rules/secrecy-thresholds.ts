import type { RecordedRow } from "../recorded-row.ts";
import { type CountRule, type Role, secrecy } from "./secrecy-rules.ts";

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

/** Whether a rule withholds a number of the row for itself: it is small, of few, or the rest of a whole is. */
export function isSmallRow(row: Pick<RecordedRow, "measure" | Role | "establishments" | "largestShare">): boolean {
  const { measure, numerator, denominator, establishments, largestShare } = row;
  const isSmallNumber = secrecy.quantitiesOf(measure).some(({ role, rule }) => {
    if (rule.about !== "AMOUNTS") return isSmall(row[role] ?? 0, rule);
    return establishments !== null && largestShare !== null && isConcentrated({ count: establishments, largestShare }, rule);
  });
  const [first] = secrecy.quantitiesOf(measure);
  const rest = secrecy.isShare(measure) && numerator !== null && denominator !== null ? denominator - numerator : 0;
  return isSmallNumber || (first !== undefined && first.rule.about !== "AMOUNTS" && isSmall(rest, first.rule));
}
