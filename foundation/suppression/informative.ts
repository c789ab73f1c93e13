import { tiedBy } from "./blocks.ts";
import type { Problem, Statement } from "./problem.ts";

/**
 * The same problem without what says nothing: a total that nobody told and that is part of nothing is whatever its parts are, and so is one of parts
 * of which nothing else is said; a rate says nothing of one side where nothing else is said of the other. Several parts of which nothing else is
 * said are as good as one; where none of what is tied together was told, it may be anything.
 */
export function informative({ unknowns, statements }: Problem): Problem {
  const isUntold = (unknown: number) => unknowns[unknown]!.kind === "UNTOLD";
  const decisionsOn = new Map<number, Set<string>>();
  for (const { terms, decision } of statements)
    for (const [unknown] of terms) decisionsOn.set(unknown, (decisionsOn.get(unknown) ?? new Set()).add(decision));
  const together = Map.groupBy(statements, ({ decision }) => decision);
  const isAlone = (unknown: number) => isUntold(unknown) && decisionsOn.get(unknown)!.size === 1;
  /** Nothing else is said of it, and it is nobody's secret. */
  const isFree = (unknown: number) => isAlone(unknown) && unknowns[unknown]!.width === 0;
  const saysNothing = ({ kind, terms }: Statement) => {
    if (kind === "SUM") return isAlone(terms.at(-1)![0]) || terms.slice(0, -1).every(([unknown]) => isFree(unknown));
    return kind === "RANGE" && terms.some(([unknown]) => isFree(unknown));
  };
  const queue = [...together.keys()];
  for (const decision of queue) {
    const list = together.get(decision);
    if (!list?.every(saysNothing)) continue;
    together.delete(decision);
    for (const unknown of new Set(list.flatMap(({ terms }) => terms.map(([each]) => each)))) {
      const others = decisionsOn.get(unknown)!;
      others.delete(decision);
      if (isUntold(unknown) && others.size === 1) queue.push([...others][0]!);
    }
  }
  const left = statements.filter(({ decision }) => together.has(decision));
  return used(told({ unknowns, statements: left.map((statement) => (statement.kind === "SUM" ? withOneFree(statement) : statement)) }));

  function withOneFree(statement: Statement): Statement {
    const [total, ...others] = statement.terms.toReversed();
    const free = others.filter(([unknown]) => isFree(unknown));
    const kept = others.filter((term) => !free.includes(term) || term === free[0]);
    return { ...statement, terms: [...kept.toReversed(), total!] };
  }
}

/** Without the sums of numbers of which nobody told any. */
function told({ unknowns, statements }: Problem): Problem {
  const known = new Set(
    tiedBy({ unknowns, statements })
      .filter((tied) => tied.some((unknown) => unknowns[unknown]!.value !== null))
      .flat(),
  );
  return { unknowns, statements: statements.filter(({ kind, terms }) => kind === "RANGE" || known.has(terms[0]![0])) };
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
