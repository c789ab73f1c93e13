import type { Problem } from "./problem.ts";

/** The unknowns that sums over small territories, rates and complements tie together: each block is decided alone. */
export function blocksOf({ unknowns, statements }: Problem): number[][] {
  return tiedBy({ unknowns, statements: statements.filter(({ isWide }) => !isWide) });
}

/** The unknowns that statements tie together. */
export function tiedBy({ unknowns, statements }: Problem): number[][] {
  const above = unknowns.map((_, unknown) => unknown);
  function leaderOf(unknown: number): number {
    let leader = unknown;
    while (above[leader] !== leader) {
      above[leader] = above[above[leader]!]!;
      leader = above[leader]!;
    }
    return leader;
  }
  for (const { terms } of statements) for (const [unknown] of terms) above[leaderOf(unknown)] = leaderOf(terms[0]![0]);
  return [...Map.groupBy(unknowns.keys(), leaderOf).values()];
}
