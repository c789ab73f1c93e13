import type { Problem, Statement } from "./problem.ts";

type Term = Statement["terms"][number];

const nearlyWhole = 1e-6;
/** Bounds that come closer and closer without end are left where they are. */
const mostVisits = 50;

/**
 * What anyone can bound by what others made public, without anything that the hub shows: bounds of one number give bounds of those that it is
 * tied to, one statement after the other. A statement that the truth itself breaks is taken as wide as it must be.
 * @param base the numbers as they are, by unknown
 * @returns the protected numbers that are bounded too closely, each with the width that is left: no decision of the hub gives them more
 */
export function givenAwayElsewhere({ unknowns, statements }: Problem, base: Float64Array): Map<number, number> {
  const lower = Float64Array.from(unknowns, ({ floor }) => floor);
  const upper = new Float64Array(unknowns.length).fill(Number.POSITIVE_INFINITY);
  const isWhole = unknowns.map(({ value, isAmount }) => value !== null && !isAmount && Number.isInteger(value));
  const usable = statements.filter(({ state, isPublic }) => state === "ALWAYS" || (state === "KNOWN" && isPublic));
  const about = unknowns.map((): number[] => []);
  for (const [number, { terms }] of usable.entries()) for (const [unknown] of terms) about[unknown]!.push(number);

  /** @returns whether the number is known more closely than before */
  function narrow(unknown: number, least: number, greatest: number): boolean {
    const [low, high] = isWhole[unknown]! ? [Math.ceil(least - nearlyWhole), Math.floor(greatest + nearlyWhole)] : [least, greatest];
    const isNarrower = low > lower[unknown]! + nearlyWhole || high < upper[unknown]! - nearlyWhole;
    if (low > lower[unknown]!) lower[unknown] = low;
    if (high < upper[unknown]!) upper[unknown] = high;
    return isNarrower;
  }

  /** What a term makes at least, or at most. */
  const end = ([unknown, coefficient]: Term, isGreatest: boolean) =>
    coefficient * (coefficient > 0 === isGreatest ? upper : lower)[unknown]!;

  /** @returns the numbers that it bounds more closely */
  function apply({ terms, lower: from, upper: to }: Statement): number[] {
    const now = terms.reduce((sum, [unknown, coefficient]) => sum + coefficient * base[unknown]!, 0);
    const [least, greatest] = [sumOf(terms.map((term) => end(term, false))), sumOf(terms.map((term) => end(term, true)))];
    return terms.flatMap((term) => {
      const [unknown, coefficient] = term;
      const ends = [Math.min(from, now) - greatest.without(end(term, true)), Math.max(to, now) - least.without(end(term, false))];
      const [low, high] = ends.map((value) => value / coefficient).toSorted((a, b) => a - b);
      return narrow(unknown, low!, high!) ? unknown : [];
    });
  }

  const visits = new Uint8Array(usable.length);
  const queue = [...usable.keys()];
  for (const number of queue) {
    if (visits[number]! >= mostVisits) continue;
    visits[number]! += 1;
    for (const unknown of apply(usable[number]!)) for (const other of about[unknown]!) if (other !== number) queue.push(other);
  }
  return new Map(
    [...unknowns.entries()].flatMap(([unknown, { width }]) => {
      const left = upper[unknown]! - lower[unknown]!;
      return left < width ? [[unknown, left] as const] : [];
    }),
  );
}

/** A sum of which some may be infinite. */
function sumOf(values: readonly number[]) {
  const finite = values.filter(Number.isFinite);
  const total = finite.reduce((sum, value) => sum + value, 0);
  const [infinite] = values.filter((value) => !Number.isFinite(value));
  const isInfiniteBut = (value: number) => values.length - finite.length > (Number.isFinite(value) ? 0 : 1);
  return { without: (value: number) => (isInfiniteBut(value) ? infinite! : Number.isFinite(value) ? total - value : total) };
}
