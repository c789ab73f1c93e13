import { type Dataset, datasetsLike, type Rejection, requiredColumns, type Written } from "./dataset.ts";
import { tableOf } from "../tables/table.ts";
import { markEdition } from "./edition.ts";
import { hubText } from "./hub-text.ts";
import { recordFile, type StandingFile, standingFile } from "./imported-file.ts";
import { columnNames } from "./envelope/column-names.ts";
import { type FileBytes, hashOf } from "./envelope/file-bytes.ts";
import type { PartnerFile } from "./envelope/layout.ts";
import { readPartnerFile } from "./envelope/partner-file.ts";
import { UnreadableFile } from "./envelope/unreadable-file.ts";
import type { Settled } from "./writing/incoming-rows.ts";
import { type Changes, changesOf, isUnexpected, leapsOf, noChanges } from "./publication.ts";
import { type Read, readLines } from "./read-lines.ts";
import type { Writer } from "./writer.ts";

/** What became of the lines of a file: read = accepted + unchanged + ignored + rejected. */
export interface ImportReport {
  /** SHA-256 of the file. */
  hash: string;
  read: number;
  accepted: number;
  unchanged: number;
  ignored: { line: number; reason: string }[];
  rejected: Rejection[];
  /** Whether the file was written: false for a dry run, or where a line was rejected, or it is held. */
  written: boolean;
  /** What it changes of what was published before. */
  changes: Changes;
  /** Whether it was held back because it changes too much. */
  held: boolean;
}

interface Request {
  writer: Writer;
  /** Name of the subgraph. */
  owner: string;
  /** All that it can read, for the sentence that tells the sender what he sent. */
  datasets: readonly Dataset[];
  dataset: Dataset;
  fileName: string;
  bytes: FileBytes;
  dryRun?: boolean;
  /** Whether all that it changes is meant. */
  confirm?: boolean;
  /** AAAA-MM-JJ: when its publisher published it, where that is known. */
  publishedOn?: string | null | undefined;
  /** Called now and then while the file is read; an error that it throws ends the import, of which nothing is written. */
  progress?: () => void;
}

const foreignKeyViolation = "23503";
/** What a trigger raises, with a French message, where a row breaks a rule that only the database can see. */
const checkViolation = "23514";

class Rollback extends Error {}

/**
 * Imports one file, all or nothing, in one transaction: a rejected line, a dry run, an error or a kill leave the old state. One that stands
 * as it was imported is not read again.
 * @throws UnreadableFile where the file is not of the dataset's layout.
 */
export async function importFile(request: Request): Promise<ImportReport> {
  const { writer, dataset, fileName, bytes, dryRun = false, publishedOn = null } = request;
  if (dataset.fileName && !dataset.fileName.pattern.test(fileName)) {
    throw new UnreadableFile(
      `Le nom du fichier ne dit pas que c'est « ${dataset.name} » (par exemple ${dataset.fileName.example}) : les fichiers de cet éditeur ont tous les mêmes colonnes, seul leur nom en dit le tableau ou l'année.`,
    );
  }
  const hash = await hashOf(bytes);
  // The same bytes of another day are another edition.
  const received = publishedOn === null ? hash : `${hash}@${publishedOn}`;
  // What follows from other files, or from the day, may have changed though the rows have not: it is looked at again.
  const standsFor = dataset.afterwards && !dataset.settled ? null : await hubText();
  const standing = await standingFile(writer, { dataset: dataset.name, hash, standsFor, publishedOn });
  if (standing) return unchanged(hash, standing, !dryRun);

  return importLines({ ...request, file: await readLayout(request), hash, received, standsFor });
}

interface Lines extends Omit<Request, "bytes" | "datasets"> {
  file: PartnerFile;
  hash: string;
  /** The hash, as sources keep it: with the day of the publication where it was told. */
  received: string;
  standsFor: string | null;
  /** Called in the transaction, before anything is written and once nothing else writes. */
  begin?: (() => Promise<void>) | undefined;
  /** Called in the transaction once all is written and nothing is refused, nor held. */
  finish?: ((counts: Pick<ImportReport, "accepted" | "unchanged"> & Written) => Promise<void>) | undefined;
}

/** Imports what a file, or a call, says line by line. @throws UnreadableFile where the database refuses a row. */
export async function importLines(request: Lines): Promise<ImportReport> {
  const { writer, dryRun = false } = request;
  let report: ImportReport | undefined;
  const written = await orRefused(() =>
    writer.transaction(async () => {
      const read = await readLines(request);
      for (const schema of schemasOf(request, read.tables))
        await writer.sql("select pg_advisory_xact_lock(hashtext($1))", [`import:${schema}`]);
      await request.begin?.();
      report = await recordLines(request, read);
      if (dryRun || report.held || report.rejected.length > 0) throw new Rollback();
    }),
  );
  return { ...report!, written };
}

/**
 * Writes what was read, and what follows from it.
 * @returns what the transaction changes, if it is committed
 * @throws UnreadableFile where a day of publication makes no sense
 */
async function recordLines(request: Lines, read: Read): Promise<ImportReport> {
  const { writer, dataset, file, hash, received, standsFor, fileName, confirm = false, publishedOn = null } = request;
  const { ignored, kept: writes } = read;
  const tables = [...read.tables.values()];
  const sources = tables.flatMap((table) => table.sources ?? []);
  markEdition(sources, dataset, publishedOn);
  const rejected = await rejectionsOf(request, read);
  const wrong = new Set(rejected.map(({ line }) => line));
  const settled: Settled[] = [];
  for (const table of tables) settled.push(await table.settle(received, wrong));
  const firstAppended = settled.find((each) => each.firstAppended !== null)?.firstAppended ?? null;
  const changes = changesOf(tables, settled, confirm ? [] : await leapsOf(writer, tables, firstAppended));
  const held = !confirm && isUnexpected(changes, dataset);
  const all = { writes, firstAppended, hash: received };
  if (rejected.length === 0) rejected.push(...(await follow(request, all)));
  const counts = countsOf(read, settled, rejected);
  await recordFile(writer, { dataset: dataset.name, hash, fileName, rows: read.read, ignored: byReason(ignored), standsFor, publishedOn });
  if (!held && rejected.length === 0) await request.finish?.({ ...counts, ...all });
  return { hash, read: read.read, ...counts, ignored, rejected: inOwnWords(rejected, file), written: false, changes, held };
}

/** The lines that cannot be recorded, as far as that is seen before they are. */
async function rejectionsOf({ writer, dataset, file }: Lines, read: Read): Promise<Rejection[]> {
  const rejected = [...read.rejected];
  for (const table of read.tables.values()) rejected.push(...(await table.claimedTwice()));
  rejected.push(...(await inColumns(await read.territories.wrong(writer), file)));
  rejected.push(...((await dataset.beforehand?.(writer, read.kept)) ?? []));
  return rejected;
}

function countsOf(
  { good }: Read,
  settled: readonly Settled[],
  rejected: readonly Rejection[],
): Pick<ImportReport, "accepted" | "unchanged"> {
  const wrong = new Set(rejected.map(({ line }) => line));
  const isRight = (line: number) => !wrong.has(line);
  const accepted = new Set(settled.flatMap(({ lines }) => lines.filter(isRight))).size;
  return { accepted, unchanged: [...good].filter(isRight).length - accepted };
}

/** Says in which column of its line a code stands. */
async function inColumns(rejected: Rejection[], { lines }: PartnerFile): Promise<Rejection[]> {
  if (rejected.length === 0) return [];
  const wrong = new Set(rejected.map(({ line }) => line));
  const cells = new Map<number, Record<string, string>>();
  for await (const each of lines()) if (wrong.has(each.line)) cells.set(each.line, each.cells);
  return rejected.map((each) => ({
    ...each,
    column: Object.entries(cells.get(each.line) ?? {}).find(([, cell]) => cell.trim() === each.value)?.[0] ?? each.column,
  }));
}

/** The sender knows his columns by the names that he gave them. */
function inOwnWords(rejected: Rejection[], { printed }: PartnerFile): Rejection[] {
  return rejected.map((each) => ({ ...each, column: printed[each.column] ?? each.column }));
}

/** What an import takes for itself, in the order in which all do: its owner's tables, then those of others to which it publishes. */
function schemasOf({ owner }: Pick<Request, "owner">, tables: Read["tables"]): string[] {
  const others = new Set([...tables.keys()].flatMap((entity) => tableOf(entity).schema ?? []));
  return [owner, ...[...others].filter((schema) => schema !== owner).sort()];
}

async function readLayout({ dataset, datasets, bytes }: Request): Promise<PartnerFile> {
  const required = requiredColumns(dataset);
  const file = await readPartnerFile(bytes, { required, nameOf: columnNames(dataset), wide: dataset.wide });
  const missing = required.filter((name) => !file.columns.includes(name));
  if (missing.length === 0) return file;
  const alike = datasetsLike(file, datasets).map(({ name }) => name);
  throw new UnreadableFile(
    `Ce fichier n'a pas la forme de « ${dataset.name} » : il manque la colonne ${missing.join(", ")}. ` +
      (file.columns.length > 0 ? `Il contient ${file.columns.join(", ")}.` : "Il n'a aucune colonne.") +
      (alike.length > 0 ? ` Il ressemble à : ${alike.join(", ")}.` : ""),
  );
}

/** What else changes with the rows; secrecy comes last, once nothing else is refused. @returns the lines that cannot be recorded. */
async function follow({ writer, dataset }: Pick<Request, "writer" | "dataset">, written: Written): Promise<Rejection[]> {
  const refused = (await dataset.afterwards?.(writer, written)) ?? [];
  return refused.length > 0 ? refused : ((await dataset.protect?.(writer, written)) ?? []);
}

/** @returns whether the transaction was committed. @throws UnreadableFile where the database refuses a row. */
async function orRefused(transaction: () => Promise<void>): Promise<boolean> {
  try {
    await transaction();
    return true;
  } catch (error) {
    if (error instanceof Rollback) return false;
    const { code, detail, message } = error as { code?: string; detail?: string; message: string };
    if (code === checkViolation) throw new UnreadableFile(message);
    if (code !== foreignKeyViolation) throw error;
    const missing = /\)=\((.*?)\) /.exec(detail ?? "")?.[1] ?? "un enregistrement";
    throw new UnreadableFile(
      `Une ligne renvoie à « ${missing} », que la base ne connaît pas encore : importez d'abord le fichier qui le contient.`,
    );
  }
}

function byReason(ignored: ImportReport["ignored"]): StandingFile["ignored"] {
  return Object.fromEntries(
    [...Map.groupBy(ignored, ({ reason }) => reason)].map(([reason, lines]) => [reason, lines.map(({ line }) => line)]),
  );
}

/** The report of a file that is not read again. */
function unchanged(hash: string, { rows, ignored }: StandingFile, written: boolean): ImportReport {
  const lines = Object.entries(ignored)
    .flatMap(([reason, list]) => list.map((line) => ({ line, reason })))
    .toSorted((a, b) => a.line - b.line);
  return {
    hash,
    read: rows,
    accepted: 0,
    unchanged: rows - lines.length,
    ignored: lines,
    rejected: [],
    written,
    changes: noChanges,
    held: false,
  };
}
