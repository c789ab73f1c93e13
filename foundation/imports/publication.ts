import type { Append, Dataset, ExpectedChanges, Leap } from "./dataset.ts";
import type { Settled } from "./writing/incoming-rows.ts";
import type { Writer } from "./writer.ts";

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
  /** Of what it adds, what is far from the numbers of another year: it may be the wrong table. */
  leaps: Leap[];
}

const usual: ExpectedChanges = { changed: 0.2, absent: 0.02 };
/** Of fewer rows any correction is a large share. */
const fewRows = 20;

/** Whether a file changes so much that somebody must say that it is meant. */
export function isUnexpected({ rows, changed, absent, leaps }: Changes, { expected = usual }: Pick<Dataset, "expected">): boolean {
  return leaps.length > 0 || (rows >= fewRows && (changed > rows * expected.changed || absent > rows * expected.absent));
}

export const noChanges: Changes = { rows: 0, changed: 0, absent: 0, where: [], leaps: [] };

/** Of all tables of a file. */
export function changesOf(tables: readonly { rows: number }[], settled: readonly Settled[], leaps: Leap[]): Changes {
  const where = settled.flatMap(({ changed }) => changed).toSorted((one, other) => other.changed - one.changed);
  return {
    rows: sumOf(tables.map(({ rows }) => rows)),
    changed: sumOf(where.map(({ changed }) => changed)),
    absent: sumOf(settled.map(({ absent }) => absent)),
    where,
    leaps,
  };
}

/** What the rows that a file added say far from those of another year. @param firstAppended the least id of them; null: none was */
export async function leapsOf(
  writer: Writer,
  tables: readonly { append: Append | undefined }[],
  firstAppended: string | null,
): Promise<Leap[]> {
  const append = tables.find((table) => table.append)?.append;
  return append && firstAppended !== null ? append.leaps(writer, firstAppended) : [];
}

/** French: what is far, and what to look at. */
export function leapText({ what, pairs, far, others }: Leap): string {
  return `${what} : ${far} des ${pairs} valeurs comparées font plus du double ou moins de la moitié de celles de ${others.join(", ")}, ou manquent : est-ce la bonne table ?`;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
