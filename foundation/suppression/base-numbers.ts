import { tiedBy } from "./blocks.ts";
import type { Column, OpenProgramme, Row } from "./linear-programme.ts";
import type { Problem, Statement } from "./problem.ts";

const most = 1e9;
const tolerance = 1e-6;
/** Whole numbers that fit many printed rates at once are not looked for: others do, against whoever does not reason in whole numbers of what nobody told. */
const mostWhole = 24;

/**
 * The numbers as they were transmitted; for what nobody told, numbers that fit them best, whole ones where few are tied: which ones does not matter to the intervals.
 * @returns by unknown
 */
export function baseNumbers({ unknowns, statements }: Problem, openProgramme: OpenProgramme): Float64Array {
  const base = Float64Array.from(unknowns, ({ value }) => value ?? 0);
  const isUntold = (unknown: number) => unknowns[unknown]!.value === null;
  const untoldIn = ({ terms }: Statement) => terms.flatMap(([unknown]) => (isUntold(unknown) ? unknown : []));
  const concerned = statements.filter((statement) => untoldIn(statement).length > 0);
  // What was told ties nothing here: it stands.
  const ties = concerned.map((statement) => ({ ...statement, terms: statement.terms.filter(([unknown]) => isUntold(unknown)) }));
  const blocks = tiedBy({ unknowns, statements: ties }).filter(([unknown]) => isUntold(unknown!));
  const blockOf = new Map(blocks.flatMap((block, index) => block.map((unknown) => [unknown, index] as const)));
  const statementsOf = Map.groupBy(concerned, (statement) => blockOf.get(untoldIn(statement)[0]!)!);
  for (const [index, list] of statementsOf) fit(blocks[index]!, list, base, openProgramme);
  return base;
}

/** Gives what nobody told of a block the numbers that fit best what is said of it. */
function fit(untold: readonly number[], statements: readonly Statement[], base: Float64Array, openProgramme: OpenProgramme): void {
  const columnOf = new Map(untold.map((unknown, index) => [unknown, index]));
  const columns: Column[] = untold.map(() => ({ cost: 0, lower: 0, upper: most }));
  const rows = statements.map(({ terms, lower, upper }): Row => {
    const told = terms.reduce((sum, [unknown, coefficient]) => sum + (columnOf.has(unknown) ? 0 : coefficient * base[unknown]!), 0);
    const free = { cost: 1, lower: 0, upper: Number.POSITIVE_INFINITY };
    const gap = columns.push(free, free) - 2;
    const own = terms.flatMap(([unknown, coefficient]): Row["entries"] => {
      const column = columnOf.get(unknown);
      return column === undefined ? [] : [[column, coefficient]];
    });
    return { lower: lower - told, upper: upper - told, entries: [...own, [gap, 1], [gap + 1, -1]] };
  });
  using programme = openProgramme(columns, rows);
  const values = programme.solve();
  if (!values) throw new Error("no numbers fit what was told");
  const isWhole = untold.every((_, index) => Math.abs(values[index]! - Math.round(values[index]!)) < tolerance);
  const whole = isWhole ? values : untold.length <= mostWhole ? programme.solveWhole(most) : null;
  for (const [unknown, index] of columnOf) base[unknown] = whole ? Math.round(whole[index]!) : values[index]!;
}
