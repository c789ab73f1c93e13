import type { Problem, Statement } from "./problem.ts";

/**
 * The same problem without what says nothing: a total that nobody told and that is part of nothing is whatever its parts are; a rate says nothing of
 * one side where nothing else is said of the other.
 */
export function informative({ unknowns, statements }: Problem): Problem {
  const isUntold = (unknown: number) => unknowns[unknown]!.kind === "UNTOLD";
  const decisionsOn = new Map<number, Set<string>>();
  for (const { terms, decision } of statements)
    for (const [unknown] of terms) decisionsOn.set(unknown, (decisionsOn.get(unknown) ?? new Set()).add(decision));
  const together = Map.groupBy(statements, ({ decision }) => decision);
  const isAlone = (unknown: number) => isUntold(unknown) && decisionsOn.get(unknown)!.size === 1;
  const saysNothing = ({ kind, terms }: Statement) => {
    if (kind === "SUM") return isAlone(terms.at(-1)![0]);
    return kind === "RANGE" && terms.length === 2 && terms.some(([unknown]) => isAlone(unknown) && unknowns[unknown]!.width === 0);
  };
  const queue = [...together.keys()];
  for (const decision of queue) {
    const list = together.get(decision);
    if (!list?.every(saysNothing)) continue;
    together.delete(decision);
    for (const unknown of new Set(list.flatMap(({ terms }) => terms.map(([each]) => each)))) {
      const left = decisionsOn.get(unknown)!;
      left.delete(decision);
      if (isUntold(unknown) && left.size === 1) queue.push([...left][0]!);
    }
  }
  return used({ unknowns, statements: statements.filter(({ decision }) => together.has(decision)) });
}

/** Without the unknowns of which nothing is said. */
function used({ unknowns, statements }: Problem): Problem {
  const kept = [...new Set(statements.flatMap(({ terms }) => terms.map(([unknown]) => unknown)))].toSorted((a, b) => a - b);
  const place = new Map(kept.map((unknown, index) => [unknown, index]));
  return {
    unknowns: kept.map((unknown) => unknowns[unknown]!),
    statements: statements.map((statement) => ({
      ...statement,
      terms: statement.terms.map(([unknown, coefficient]): [number, number] => [place.get(unknown)!, coefficient]),
    })),
  };
}
