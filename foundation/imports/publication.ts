import type { Dataset, ExpectedChanges, Write } from "./dataset.ts";

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

/** @param changed the rows that change what was there */
export function changesOf(rows: number, changed: readonly Write[], absent: number): Changes {
  const where = [...Map.groupBy(changed, whatOf)].map(([what, writes]) => ({ what, changed: writes.length }));
  return { rows, changed: changed.length, absent, where: where.toSorted((a, b) => b.changed - a.changed) };
}

/** A number is known by its indicator and year, a fact by its kind. */
function whatOf({ append, entity, values }: Write): string {
  const { measure, year } = values as { measure?: string; year?: number };
  return append && measure ? `${measure} ${year}` : entity.name;
}
