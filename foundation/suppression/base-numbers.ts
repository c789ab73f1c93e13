import type { Column, OpenProgramme, Row } from "./linear-programme.ts";
import type { Problem } from "./problem.ts";

const most = 1e9;
const tolerance = 1e-6;
/** Whole numbers that fit many printed rates at once may not be found: others do, against whoever does not reason in whole numbers of what nobody told. */
const wholeSeconds = 1;

/**
 * The numbers as they were transmitted; for what nobody told, numbers that fit them best, whole ones if they are found: which ones does not matter to the intervals.
 * @returns by unknown
 */
export function baseNumbers({ unknowns, statements }: Problem, openProgramme: OpenProgramme): Float64Array {
  const base = Float64Array.from(unknowns, ({ value }) => value ?? 0);
  const untold = [...unknowns.keys()].filter((unknown) => unknowns[unknown]!.value === null);
  if (untold.length === 0) return base;
  const columnOf = new Map(untold.map((unknown, index) => [unknown, index]));
  const columns: Column[] = untold.map(() => ({ cost: 0, lower: 0, upper: most }));
  const concerned = statements.filter(({ terms }) => terms.some(([unknown]) => columnOf.has(unknown)));
  const rows = concerned.map(({ terms, lower, upper }): Row => {
    const told = terms.reduce((sum, [unknown, coefficient]) => sum + coefficient * base[unknown]!, 0);
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
  const whole = isWhole ? values.map(Math.round) : programme.solve({ whole: true, seconds: wholeSeconds });
  for (const [unknown, index] of columnOf) base[unknown] = whole ? Math.round(whole[index]!) : values[index]!;
  return base;
}
