import type { Changes, Problem, Statement } from "./problem.ts";

const tolerance = 1e-6;

/**
 * The state of a decision: what is withheld so far, and what other tables contradict.
 * @param base the numbers as they are, by unknown
 */
export function openTable({ unknowns, statements }: Problem, base: Float64Array) {
  const withheld = new Set<number>();
  const tellOf = new Map<number, number>();
  const decisions = Map.groupBy(statements.keys(), (number) => statements[number]!.decision);
  const [sums, complements, ranges] = [0, 1, 2].map(() => unknowns.map((): number[] => [])) as [number[][], number[][], number[][]];
  const listOf = { SUM: sums, COMPLEMENT: complements, RANGE: ranges };
  for (const [number, { kind, terms }] of statements.entries()) {
    if (kind === "TELLS") tellOf.set(terms[0]![0], number);
    else for (const [unknown] of terms) listOf[kind][unknown]!.push(number);
  }
  const allWith = (unknown: number) => [...sums[unknown]!, ...complements[unknown]!, ...ranges[unknown]!];
  const isShown = (number: number) => statements[number]!.state !== "WITHHELD" && !withheld.has(number);
  const isKnown = (unknown: number) => tellOf.has(unknown) && statements[tellOf.get(unknown)!]!.state === "KNOWN";
  const isHidden = (unknown: number) => !tellOf.has(unknown) || !isShown(tellOf.get(unknown)!);
  const allows = (number: number, changes: Changes) => holds(statements[number]!, base, changes);

  /** What is shown and another table contradicts. */
  function contradicted(changes: Changes): number[] {
    const told = [...changes.keys()].flatMap((unknown) => tellOf.get(unknown) ?? []);
    const concerned = new Set([...told, ...[...changes.keys()].flatMap(allWith)]);
    return [...concerned].filter((number) => isShown(number) && !allows(number, changes));
  }

  return {
    unknowns,
    statements,
    base,
    withheld,
    tellOf,
    /** Statements by unknown. */
    sums,
    complements,
    ranges,
    allWith,
    isShown,
    /** Whether the unknown itself is not shown. */
    isHidden,
    isKnown,
    allows,
    contradicted,
    /** How much less the unknown can be. */
    roomBelow: (unknown: number) => Math.max(0, base[unknown]! - unknowns[unknown]!.floor),
    /** All statements that are shown with this one, or not. */
    together: (number: number) => decisions.get(statements[number]!.decision)!,
  };
}

export type Table = ReturnType<typeof openTable>;

/** Whether a statement holds in another table; one that the truth itself breaks must be broken by no more. */
function holds({ terms, lower, upper }: Statement, base: Float64Array, changes: Changes): boolean {
  let now = 0;
  let then = 0;
  for (const [unknown, coefficient] of terms) {
    now += coefficient * base[unknown]!;
    then += coefficient * (base[unknown]! + (changes.get(unknown) ?? 0));
  }
  return then >= Math.min(lower, now) - tolerance && then <= Math.max(upper, now) + tolerance;
}
