import type { Statement, Unknown } from "../../../suppression/problem.ts";
import type { RecordedRow } from "../recorded-row.ts";

/**
 * What a count that its publisher rounds says of the number that holds in its place: it is at most half a multiple away (5: at most 2). Nothing of
 * one that is not: it was rounded of another.
 * @param row public, with a value
 */
export function roundedBounds({ measure, value, roundedTo }: RecordedRow, index: number, unknown: Unknown): Statement[] {
  const half = Math.floor(roundedTo! / 2);
  const [lower, upper] = [Math.max(0, value! - half), value! + half];
  if (unknown.value !== null && (unknown.value < lower || unknown.value > upper)) return [];
  const id = `rounded ${measure} ${unknown.id} ${value}`;
  const common = { isWide: false, isSmall: false, weight: 0, isPublic: true } as const;
  return [{ ...common, id, kind: "RANGE", terms: [[index, 1]], lower, upper, state: "KNOWN", decision: id }];
}
