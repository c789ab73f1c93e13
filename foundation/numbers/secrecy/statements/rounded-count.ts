import type { Statement, Unknown } from "../../../suppression/problem.ts";
import type { RecordedRow } from "../recorded-row.ts";

/**
 * What a count that is published as a multiple of 5 says of the number that holds in its place: it is at most 2 away. Nothing of one that is not:
 * it was rounded of another.
 * @param row whose publisher rounds, with a value
 */
export function roundedBounds({ measure, value, roundedTo, isPublic }: RecordedRow, index: number, unknown: Unknown): Statement[] {
  const half = Math.floor(roundedTo! / 2);
  const [lower, upper] = [Math.max(0, value! - half), value! + half];
  if (unknown.value !== null && (unknown.value < lower || unknown.value > upper)) return [];
  const id = `rounded ${measure} ${unknown.id} ${value}`;
  const common = { isWide: false, isSmall: false, weight: 0, isPublic } as const;
  return [{ ...common, id, kind: "RANGE", terms: [[index, 1]], lower, upper, state: "KNOWN", decision: id }];
}
