import type { Unknown } from "../../../suppression/problem.ts";
import type { TerritoryLevel } from "../../../territories/territory-level.ts";
import type { Family } from "./family.ts";
import type { RecordedRow } from "../recorded-row.ts";
import { type CountRule, secrecy } from "../rules/secrecy-rules.ts";
import { isConcentrated, isSmall, widthOf } from "../rules/secrecy-thresholds.ts";

/** What is lost where a number of a level is not shown. */
export const weights: Partial<Record<TerritoryLevel, number>> = { COMMUNE: 1, EPCI: 4, DEPARTMENT: 20, REGION: 60 };

interface Told {
  row: RecordedRow;
  id: string;
  value: number;
  quantity: string;
  department: string;
  has: (family: Family) => boolean;
}

/** A number that somebody told, under the rule of its quantity. */
export function toldUnknown({ row, id, value, quantity, department, has }: Told): Unknown {
  const rule = secrecy.ruleOfQuantity(quantity);
  const isAmount = rule?.about === "AMOUNTS";
  const { establishments: count, largestShare } = row;
  const isOfFew =
    isAmount && has("dominance") && count !== null && largestShare !== null && value > 0 && isConcentrated({ count, largestShare }, rule);
  return {
    id,
    value,
    floor: isAmount ? 0 : Math.min(1, value),
    kind: "TOLD",
    width: rule && value > 0 ? Math.ceil(widthOf(value, rule)) : 0,
    isSmall: rule !== undefined && (isAmount ? isOfFew : isSmall(value, rule)),
    isAmount,
    isKnownToOne: isAmount && has("insiders") && count === 1,
    weight: (weights[row.level] ?? 1) * (1 + 0.2 * Math.log1p(Math.max(0, value))),
    department,
  };
}

const plain = { isAmount: false, isKnownToOne: false } as const;

/** A number that nobody told, and that is nobody's secret so far. */
export function untoldUnknown(id: string, department: string): Unknown {
  return { ...plain, id, value: null, floor: 0, kind: "UNTOLD", width: 0, isSmall: false, weight: 0, department };
}

/** What a part that was told leaves of its whole. @param rule of the part */
export function restUnknown(part: Unknown, whole: Unknown, rule: CountRule): Unknown {
  const value = whole.value! - part.value!;
  const isProtected = rule.about !== "AMOUNTS" && isSmall(value, rule);
  return {
    ...plain,
    id: `rest of ${part.id} in ${whole.id}`,
    value,
    floor: Math.min(0, value),
    kind: "COMPLEMENT",
    width: isProtected ? widthOf(value, rule) : 0,
    isSmall: isProtected,
    weight: 1,
    department: whole.department,
  };
}
