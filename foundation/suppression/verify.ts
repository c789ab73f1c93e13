import type { Decision } from "./decide.ts";
import type { Problem } from "./problem.ts";
import { givenAwayElsewhere } from "./public-bounds.ts";

/**
 * Adds up: needs no solver and trusts none. Each protected number that is not shown has a table above and one below, in whole numbers,
 * that fits all that is shown, and they are as far apart as the rule says. It also holds against whoever reasons in whole numbers. Of what others
 * made public too closely no width is asked: their bounds are worked out again here, by the same rules as the decision's.
 * @returns what does not hold
 */
export function verify({ unknowns, statements }: Problem, { withheld, witnesses, base, exposed }: Decision): string[] {
  const shown = statements.filter(({ decision, state }) => state !== "WITHHELD" && !withheld.has(decision));
  const told = new Set(shown.flatMap(({ kind, terms }) => (kind === "TELLS" ? terms[0]![0] : [])));
  const about = Map.groupBy(
    shown.flatMap((statement) => statement.terms.map(([unknown]) => ({ unknown, statement }))),
    ({ unknown }) => unknown,
  );
  const statementsOf = (unknown: number) => (about.get(unknown) ?? []).map(({ statement }) => statement);
  const elsewhere = givenAwayElsewhere({ unknowns, statements }, base);
  const faults: string[] = [];
  for (const [unknown, { id, width, kind, value, isSmall }] of unknowns.entries()) {
    if (width === 0 || told.has(unknown) || exposed.has(id) || elsewhere.has(unknown)) continue;
    if (kind === "COMPLEMENT" && !isSmall && value !== null) continue;
    const { up, down } = witnesses[unknown]!;
    for (const changes of [up, down]) if (changes) faults.push(...faultsOf(changes).map((fault) => `${id}: ${fault}`));
    const above = up?.get(unknown) ?? 0;
    const reach = above - (down?.get(unknown) ?? 0);
    const isHarmless = kind === "UNTOLD" && (base[unknown]! + above === 0 || base[unknown]! > width);
    if (reach < width && !isHarmless) faults.push(`${id}: ${reach} wide`);
  }
  return faults;

  function faultsOf(changes: ReadonlyMap<number, number>): string[] {
    return [...changes].flatMap(([each, change]) => {
      const at = (unknown: number) => base[unknown]! + (changes.get(unknown) ?? 0);
      const found: string[] = [];
      if (!Number.isInteger(change)) found.push("not a whole number");
      if (at(each) < unknowns[each]!.floor) found.push(`${unknowns[each]!.id} is impossible`);
      for (const { id, terms, lower, upper } of statementsOf(each)) {
        const then = terms.reduce((sum, [term, coefficient]) => sum + coefficient * at(term), 0);
        const now = terms.reduce((sum, [term, coefficient]) => sum + coefficient * base[term]!, 0);
        if (then < Math.min(lower, now) || then > Math.max(upper, now)) found.push(`contradicts ${id}`);
      }
      return found;
    });
  }
}
