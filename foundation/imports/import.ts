import { createHash } from "node:crypto";
import type { EntityManager } from "@mikro-orm/postgresql";
import { z } from "zod";
import { sql } from "../tables/sql.ts";
import { type Dataset, datasetsLike, type Numbered, type Rejection, requiredColumns, type Write } from "./dataset.ts";
import { ImportedFile } from "./imported-file.ts";
import { readPartnerFile, UnreadableFile } from "./partner-file.ts";
import { keyProperties, writeRows } from "./write-rows.ts";

z.config(z.locales.fr());

/** What became of the lines of a file: read = accepted + unchanged + ignored + rejected. */
export interface ImportReport {
  read: number;
  accepted: number;
  unchanged: number;
  ignored: { line: number; reason: string }[];
  rejected: Rejection[];
  /** Whether the file was written: false for a dry run, or where a line was rejected. */
  written: boolean;
}

interface Request {
  em: EntityManager;
  /** Name of the subgraph. */
  owner: string;
  /** All that it can read, for the sentence that tells the sender what he sent. */
  datasets: readonly Dataset[];
  dataset: Dataset;
  fileName: string;
  bytes: Buffer;
  dryRun?: boolean;
  progress?: (done: number, total: number) => void;
}

const batchSize = 5000;
const surplusReason = "la ligne a plus de cellules que l'en-tête : un séparateur se trouve-t-il dans une cellule sans guillemets ?";
const foreignKeyViolation = "23503";
/** What a trigger raises, with a French message, where a row breaks a rule that only the database can see. */
const checkViolation = "23514";

class Rollback extends Error {}

/**
 * Imports one file, all or nothing, in one transaction: a rejected line, a dry run, an error or a kill leave the old state.
 * @throws UnreadableFile where the file is not of the dataset's layout.
 */
export async function importFile({
  em,
  owner,
  datasets,
  dataset,
  fileName,
  bytes,
  dryRun = false,
  progress,
}: Request): Promise<ImportReport> {
  if (dataset.fileName && !dataset.fileName.pattern.test(fileName)) {
    throw new UnreadableFile(
      `Le nom du fichier ne dit pas que c'est « ${dataset.name} » (par exemple ${dataset.fileName.example}) : les tableaux de cet éditeur ont tous les mêmes colonnes, seul le nom les distingue.`,
    );
  }
  const file = await readPartnerFile(bytes, requiredColumns(dataset));
  const missing = requiredColumns(dataset).filter((name) => !file.columns.includes(name));
  if (missing.length > 0) {
    const alike = datasetsLike(file, datasets).map(({ name }) => name);
    throw new UnreadableFile(
      `Ce fichier n'a pas la forme de « ${dataset.name} » : il manque la colonne ${missing.join(", ")}. ` +
        (file.columns.length > 0 ? `Il contient ${file.columns.join(", ")}.` : "Il n'a aucune colonne.") +
        (alike.length > 0 ? ` Il ressemble à : ${alike.join(", ")}.` : ""),
    );
  }
  const report: ImportReport = { read: file.lines.length, accepted: 0, unchanged: 0, ignored: [], rejected: [], written: false };
  const lines: Numbered<Record<string, unknown>>[] = [];
  for (const { line, cells, surplus } of file.lines) {
    const reason = dataset.ignored?.(cells);
    const checked = reason ? null : dataset.columns.safeParse(cells);
    if (surplus.length > 0) report.rejected.push({ line, column: "", value: surplus.join(" | "), reason: surplusReason });
    else if (reason) report.ignored.push({ line, reason });
    else if (checked?.success) lines.push({ ...checked.data, line });
    else report.rejected.push(...rejections(line, cells, dataset, checked!.error!));
  }
  const writes = [...dataset.convert(lines as never)];
  report.rejected.push(...duplicates(em, writes));
  const wrong = new Set(report.rejected.map(({ line }) => line));
  const hash = createHash("sha256").update(bytes).digest("hex");
  const changed = new Set<number>();
  try {
    await em.transactional(async (transaction) => {
      await sql(transaction, "select pg_advisory_xact_lock(hashtext($1))", [`import:${owner}`]);
      let firstAppended: string | null = null;
      let done = 0;
      for (const [entity, rows] of Map.groupBy(writes, (write) => write.entity)) {
        const sound = rows.filter(({ line }) => !wrong.has(line));
        for (let start = 0; start < sound.length; start += batchSize) {
          const batch = sound.slice(start, start + batchSize);
          for (const { line, appended } of await writeRows(transaction, entity, batch, hash)) {
            changed.add(line);
            firstAppended ??= appended;
          }
          done += batch.length;
          progress?.(done, writes.length);
        }
      }
      if (report.rejected.length === 0) {
        const written = { writes, firstAppended, hash };
        let refused = (await dataset.afterwards?.(transaction, written)) ?? [];
        if (refused.length === 0) refused = (await dataset.protect?.(transaction, written)) ?? [];
        report.rejected.push(...refused);
        for (const { line } of refused) wrong.add(line);
      }
      await recordFile(transaction, { dataset: dataset.name, fileName, hash, rows: report.read });
      if (dryRun || report.rejected.length > 0) throw new Rollback();
    });
    report.written = true;
  } catch (error) {
    const { code, detail, message } = error as { code?: string; detail?: string; message: string };
    if (code === checkViolation) throw new UnreadableFile(message);
    if (code === foreignKeyViolation) {
      const missing = /\)=\((.*?)\) /.exec(detail ?? "")?.[1] ?? "un enregistrement";
      throw new UnreadableFile(
        `Une ligne renvoie à « ${missing} », que la base ne connaît pas encore : importez d'abord le fichier qui le contient.`,
      );
    }
    if (!(error instanceof Rollback)) throw error;
  }
  report.accepted = lines.filter(({ line }) => changed.has(line) && !wrong.has(line)).length;
  report.unchanged = lines.filter(({ line }) => !changed.has(line) && !wrong.has(line)).length;
  return report;
}

function rejections(line: number, cells: Record<string, string>, { unprinted = [] }: Dataset, error: z.ZodError): Rejection[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? "");
    return { line, column, value: unprinted.includes(column) ? "(non affichée)" : (cells[column] ?? ""), reason: issue.message };
  });
}

/** Two lines of one file that claim the same row: the later one is rejected. */
function duplicates(em: EntityManager, writes: Write[]): Rejection[] {
  const seen = new Map<string, number>();
  return writes.flatMap(({ line, entity, values, append }) => {
    const key = keyProperties(em, entity, append).map((name) => (values as Record<string, unknown>)[name]);
    const id = JSON.stringify([entity.name, key]);
    const first = seen.get(id);
    seen.set(id, first ?? line);
    return first === undefined || first === line
      ? []
      : [{ line, column: "", value: key.join(" / "), reason: `même clé que la ligne ${first}` }];
  });
}

async function recordFile(em: EntityManager, file: { dataset: string; fileName: string; hash: string; rows: number }): Promise<void> {
  await em.upsert(ImportedFile, { ...file, importedAt: new Date() } as never, { onConflictExcludeFields: ["importedAt"] });
}
