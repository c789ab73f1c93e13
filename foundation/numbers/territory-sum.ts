import { computedByHub } from "./computed-by.ts";
import { type Observation, ObservationStatus } from "./observation.ts";

/** What territories add up to so far. */
export interface TerritorySum {
  value: number;
  /** How many have a number, and how many parts have none: territories, and those that a lower bound misses. */
  known: number;
  missing: number;
  /** Whether one of them is a lower bound, or may be revised. */
  isBound: boolean;
  isProvisional: boolean;
  /** Of those that have both, for a rate. */
  numerator: number;
  denominator: number;
  withMargins: number;
}

export const emptySum: TerritorySum = Object.freeze({
  ...{ value: 0, known: 0, missing: 0, isBound: false, isProvisional: false },
  ...{ numerator: 0, denominator: 0, withMargins: 0 },
});

export type Addend = Pick<Observation, "value" | "status" | "missingParts" | "numerator" | "denominator">;

/** @param added undefined: nothing is known of the territory. One without a number is a part that is missing, or all those that it is made of itself */
export function plus(sum: TerritorySum, added: Addend | undefined): TerritorySum {
  if (added?.status === ObservationStatus.NOT_APPLICABLE) return sum;
  if (!added || added.value === null) return { ...sum, missing: sum.missing + (added?.missingParts ?? 1) };
  const { value, status, missingParts, numerator, denominator } = added;
  const hasMargins = numerator !== null && denominator !== null;
  return {
    value: sum.value + value,
    known: sum.known + 1,
    missing: sum.missing + (missingParts ?? 0),
    isBound: sum.isBound || status === ObservationStatus.LOWER_BOUND,
    isProvisional: sum.isProvisional || status === ObservationStatus.PROVISIONAL || status === ObservationStatus.ESTIMATED,
    numerator: sum.numerator + (hasMargins ? numerator : 0),
    denominator: sum.denominator + (hasMargins ? denominator : 0),
    withMargins: sum.withMargins + (hasMargins ? 1 : 0),
  };
}

export function statusOf({ missing, isBound, isProvisional }: TerritorySum): ObservationStatus {
  if (missing > 0 || isBound) return ObservationStatus.LOWER_BOUND;
  return isProvisional ? ObservationStatus.PROVISIONAL : ObservationStatus.PUBLISHED;
}

const sumOf = "somme de ";

/** French: who added up so many territories. */
export const sumOfTerritories = (count: number) => computedByHub(`${sumOf}${territories(count)}`);

/** Whether a number is such a sum, in SQL. @param o the alias of an observation */
export const isSumOfTerritories = (o: string) => `coalesce(${o}.computed_by ~ '^${computedByHub(sumOf)}[0-9]+ territoire', false)`;

export const territories = (count: number): string => `${count} territoire${count > 1 ? "s" : ""}`;
