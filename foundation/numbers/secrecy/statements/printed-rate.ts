import type { Statement, Unknown } from "../../../suppression/problem.ts";
import type { RecordedRow } from "../recorded-row.ts";
import { secrecy } from "../rules/secrecy-rules.ts";
import { isSmall } from "../rules/secrecy-thresholds.ts";
import { weights } from "./unknowns.ts";

/** More than any number makes with the coefficients of a rate. */
export const unlimited = 1e12;

/** A rate as it was printed, and the numbers that hold now in its place. */
interface PrintedRate {
  row: RecordedRow;
  part: Unknown;
  whole: Unknown;
  /** Of its measure. */
  decimals: number;
}

const mostDecimals = 6;

/** To how many decimals the values of each measure are printed: one that ends with a zero is as exact as the others. */
export function decimalsOf(rows: readonly RecordedRow[]): Map<string, number> {
  const printed = (value: number | null) => {
    const [, decimals = ""] = value === null ? [] : String(value).split(".");
    return decimals.includes("e") ? 0 : Math.min(decimals.length, mostDecimals);
  };
  const byMeasure = Map.groupBy(rows, ({ measure }) => measure);
  return new Map([...byMeasure].map(([measure, list]) => [measure, list.reduce((most, { value }) => Math.max(most, printed(value)), 0)]));
}

const unitsOf = ({ row, decimals }: PrintedRate) => Math.round(row.value! * 10 ** decimals);

export const decisionOf = (rate: PrintedRate) => `rate ${rate.row.measure} ${rate.part.id} ${rate.whole.id} ${unitsOf(rate)}`;

/**
 * (2k − 1) ÷ 2 scale ≤ per × numerator ÷ denominator ≤ (2k + 1) ÷ 2 scale, in whole numbers: two statements, one decision. None of a rate of
 * nothing, which is 0 % whatever the whole is, nor of one that was printed of other numbers than those that hold now.
 */
export function boundsOf(rate: PrintedRate, [above, below]: [number, number], state: Statement["state"]): Statement[] {
  const { row, part, whole, decimals } = rate;
  const k = unitsOf(rate);
  const factor = 2 * 10 ** decimals * secrecy.perOf(row.measure);
  const isOwn = row.numerator !== null && row.numerator === part.value && row.denominator === whole.value;
  const agrees =
    part.value === null ||
    whole.value === null ||
    (factor * part.value >= (2 * k - 1) * whole.value && factor * part.value <= (2 * k + 1) * whole.value);
  if (part.value === 0 || !(isOwn || agrees)) return [];
  const decision = decisionOf(rate);
  const common = {
    kind: "RANGE",
    decision,
    isWide: false,
    isSmall: isOfSmall(rate),
    weight: weights[row.level] ?? 1,
    state,
    isPublic: row.isPublic,
  } as const;
  const terms = (coefficient: number): Statement["terms"] => [
    [above, factor],
    [below, -coefficient],
  ];
  return [
    { ...common, id: `${decision} from below`, terms: terms(2 * k - 1), lower: 0, upper: unlimited },
    { ...common, id: `${decision} from above`, terms: terms(2 * k + 1), lower: -unlimited, upper: 0 },
  ];
}

/** A small count is read from a rate of it, of its whole, or of what it leaves of it. */
function isOfSmall({ row, part, whole }: PrintedRate): boolean {
  if (part.isSmall || whole.isSmall) return true;
  const rule = secrecy.ruleOfQuantity(secrecy.sidesOf(row.measure)[0]!.name);
  if (!rule || rule.about === "AMOUNTS" || part.value === null || whole.value === null) return false;
  return secrecy.isShare(row.measure) && isSmall(whole.value - part.value, rule);
}
