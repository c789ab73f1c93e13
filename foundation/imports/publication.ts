import type { Dataset, ExpectedChanges } from "./dataset.ts";
import type { Settled } from "./writing/incoming-rows.ts";

/** What a file would change of what was published before. */
export interface Changes {
  /** Rows of the file. */
  rows: number;
  /** Those that give another value to what was there. */
  changed: number;
  /** Those that take a number away. */
  absent: number;
  /** Which they are, most first: « B01 2022 », with how many. */
  where: { what: string; changed: number }[];
}

const usual: ExpectedChanges = { changed: 0.2, absent: 0.02 };
/** Of fewer rows any correction is a large share. */
const fewRows = 20;

/** Whether a file changes so much that somebody must say that it is meant. */
export function isUnexpected({ rows, changed, absent }: Changes, { expected = usual }: Pick<Dataset, "expected">): boolean {
  return rows >= fewRows && (changed > rows * expected.changed || absent > rows * expected.absent);
}

export const noChanges: Changes = { rows: 0, changed: 0, absent: 0, where: [] };

/** Of all tables of a file. */
export function changesOf(tables: readonly { rows: number }[], settled: readonly Settled[]): Changes {
  const where = settled.flatMap(({ changed }) => changed).toSorted((one, other) => other.changed - one.changed);
  return {
    rows: sumOf(tables.map(({ rows }) => rows)),
    changed: sumOf(where.map(({ changed }) => changed)),
    absent: sumOf(settled.map(({ absent }) => absent)),
    where,
  };
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
