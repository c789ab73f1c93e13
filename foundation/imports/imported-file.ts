import type { Part } from "../graph/part.ts";
import { Entity, PrimaryKey, Property } from "../tables/columns.ts";
import type { Writer } from "./writer.ts";

/** A file that was imported whole: `npm start` does not load it again. */
@Entity()
export class ImportedFile {
  @PrimaryKey({ type: "text" })
  dataset!: string;

  @PrimaryKey({ type: "text" })
  hash!: string;

  @Property({ type: "text" })
  fileName!: string;

  @Property({ type: "integer" })
  rows!: number;

  /** Lines that were no data, by reason. */
  @Property({ type: "jsonb", default: "{}" })
  ignored!: Record<string, number[]>;

  /** The text of the hub that read it, as long as all that it says is what the database holds; null: that is not sure. */
  @Property({ type: "text", nullable: true })
  standsFor!: string | null;

  /** As the one who imported it said. */
  @Property({ type: "date", nullable: true })
  publishedOn!: string | null;

  /** When it was withdrawn; it may be imported again. */
  @Property({ type: "datetime", nullable: true })
  withdrawnAt!: Date | null;

  @Property({ type: "datetime" })
  importedAt!: Date;
}

/** Of every subgraph: which files it holds. */
export const importedFiles: Part = { open: [ImportedFile] };

/** The files that were imported, each as « dataset hash ». */
export async function importedHashes({ names, sql }: Pick<Writer, "names" | "sql">): Promise<Set<string>> {
  const files = await sql<Pick<ImportedFile, "dataset" | "hash">>(`select dataset, hash from ${names.table(ImportedFile)}`);
  return new Set(files.map(({ dataset, hash }) => `${dataset} ${hash}`));
}

/** What is told of a file that stands. */
export type StandingFile = Pick<ImportedFile, "rows" | "ignored">;

/**
 * The file, if importing it again would change nothing: the same text of the hub read it, and no import has changed a row that was there
 * since. Rows that others added do not matter: they have other keys.
 */
export async function standingFile(
  { names, sql }: Writer,
  { dataset, hash, standsFor, publishedOn }: Pick<ImportedFile, "dataset" | "hash" | "standsFor" | "publishedOn">,
): Promise<StandingFile | undefined> {
  const [file] = await sql<StandingFile>(
    `select rows, ignored from ${names.table(ImportedFile)} where dataset = $1 and hash = $2 and stands_for = $3
       and published_on is not distinct from $4::date`,
    [dataset, hash, standsFor, publishedOn],
  );
  return file;
}

/** Notes that a file was imported, in its transaction. */
export async function recordFile({ names, sql }: Writer, file: Omit<ImportedFile, "importedAt" | "withdrawnAt">): Promise<void> {
  await sql(
    `insert into ${names.table(ImportedFile)} (dataset, hash, file_name, rows, ignored, stands_for, published_on, imported_at)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7, now())
     on conflict (dataset, hash) do update set
       file_name = excluded.file_name, rows = excluded.rows, ignored = excluded.ignored, stands_for = excluded.stands_for,
       published_on = excluded.published_on,
       withdrawn_at = null`,
    [file.dataset, file.hash, file.fileName, file.rows, JSON.stringify(file.ignored), file.standsFor, file.publishedOn],
  );
}

/** Notes that rows were changed: a file that was imported before may say something else of them. */
export async function outdateFiles({ names, sql }: Writer): Promise<void> {
  await sql(`update ${names.table(ImportedFile)} set stands_for = null where stands_for is not null`);
}
