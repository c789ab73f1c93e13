import { createHash } from "node:crypto";
import type { EntityManager, EntityMetadata } from "@mikro-orm/postgresql";
import { z } from "zod";
import { today } from "../day.ts";
import { Source } from "../graph/source.ts";
import type { Subgraph } from "../graph/subgraph.ts";
import { Observation } from "../numbers/observation.ts";
import { asTransmitted } from "../numbers/withheld-value.ts";
import { withhold } from "../numbers/withhold.ts";
import { quote, sql, tableOf } from "../postgres/sql.ts";
import { type Dataset, datasetsLike, type Numbered, requiredColumns, type SourceReference, type Write } from "./dataset.ts";
import { ImportedFile } from "./imported-file.ts";
import { readPartnerFile, UnreadableFile } from "./partner-file.ts";

z.config(z.locales.fr());

export interface Rejection {
  line: number;
  column: string;
  value: string;
  reason: string;
}

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
  subgraph: Pick<Subgraph, "name" | "datasets">;
  dataset: Dataset;
  fileName: string;
  bytes: Buffer;
  dryRun?: boolean;
  /** False: withhold by the primary rule alone. For the test that shows that it is not enough. */
  complementarySuppression?: boolean;
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
  subgraph,
  dataset,
  fileName,
  bytes,
  dryRun = false,
  complementarySuppression = true,
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
    const alike = datasetsLike(file, subgraph.datasets).map(({ name }) => name);
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
      await sql(transaction, "select pg_advisory_xact_lock(hashtext($1))", [`import:${subgraph.name}`]);
      const lastId = dataset.secrecy === "hub" ? await lastObservation(transaction) : null;
      let done = 0;
      for (const [entity, rows] of Map.groupBy(writes, (write) => write.entity)) {
        const sound = rows.filter(({ line }) => !wrong.has(line));
        for (let start = 0; start < sound.length; start += batchSize) {
          const batch = sound.slice(start, start + batchSize);
          for (const line of await writeBatch(transaction, entity, batch, hash)) changed.add(line);
          done += batch.length;
          progress?.(done, writes.length);
        }
      }
      if (lastId !== null && report.rejected.length === 0) {
        const refused = await withhold({ em: transaction, writes, lastId, complementary: complementarySuppression });
        report.rejected.push(...refused);
        for (const { line } of refused) wrong.add(line);
      }
      await dataset.afterwards?.(transaction, writes);
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

async function lastObservation(em: EntityManager): Promise<string> {
  const [last] = await sql<{ id: string }>(em, `select coalesce(max(id), 0) as id from ${tableOf(em, Observation)}`);
  return last!.id;
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
  return writes.flatMap(({ line, entity, values }) => {
    const key = keyProperties(em, entity).map((name) => (values as Record<string, unknown>)[name]);
    const id = JSON.stringify([entity.name, key]);
    const first = seen.get(id);
    seen.set(id, first ?? line);
    return first === undefined || first === line
      ? []
      : [{ line, column: "", value: key.join(" / "), reason: `même clé que la ligne ${first}` }];
  });
}

const observationKey = ["measure", "level", "code", "year"];

function keyProperties(em: EntityManager, entity: Write["entity"]): string[] {
  return entity === Observation ? observationKey : em.getMetadata().get(entity as never).primaryKeys;
}

/** Writes the rows that differ from what the database holds. @returns the lines they came from. */
async function writeBatch(em: EntityManager, entity: Write["entity"], writes: Write[], hash: string): Promise<number[]> {
  const meta = em.getMetadata().get(entity as never) as EntityMetadata;
  const table = tableOf(em, entity as never);
  const column = (property: string) => quote(meta.properties[property]!.fieldNames[0]!);
  const properties = [...new Set(writes.flatMap(({ values }) => Object.keys(values)))];
  const keys = keyProperties(em, entity).map(column);
  const compared = properties.filter((name) => name !== "source").map(column);
  const match = keys.map((key) => `t.${key} = i.${key}`).join(" and ");
  const known =
    entity === Observation
      ? asTransmitted(em, `${match} order by t.recorded_at desc, t.id desc limit 1`)
      : `select t.*, true as found from ${table} t where ${match} limit 1`;
  const rows = writes.map(({ values }) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([name]) => name !== "source")
        .map(([name, value]) => [meta.properties[name]!.fieldNames[0]!, value ?? null]),
    ),
  );
  const differing = await sql<{ n: string }>(
    em,
    `with incoming as (
       select e.n, i.* from jsonb_array_elements($1::jsonb) with ordinality e(j, n)
       cross join lateral jsonb_populate_record(null::${table}, e.j) i)
     select i.n from incoming i
     left join lateral (${known}) t on true
     where t.found is null or (${compared.map((name) => `t.${name}`).join(", ")}) is distinct from (${compared.map((name) => `i.${name}`).join(", ")})`,
    [JSON.stringify(rows)],
  );
  if (differing.length === 0) return [];
  const positions = differing.map(({ n }) => Number(n) - 1);
  if (properties.includes("source")) {
    const ids = await sourceIds(
      em,
      positions.map((n) => (writes[n]!.values as { source: SourceReference }).source),
      hash,
    );
    for (const n of positions) rows[n]!.source_id = ids.get(sourceKey((writes[n]!.values as { source: SourceReference }).source))!;
  }
  const columns = properties.map(column);
  const conflict =
    entity === Observation
      ? ""
      : `on conflict (${keys.join(", ")}) do ` +
        (columns.length > keys.length
          ? `update set ${columns
              .filter((name) => !keys.includes(name))
              .map((name) => `${name} = excluded.${name}`)
              .join(", ")}`
          : "nothing");
  await sql(
    em,
    `insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${conflict}`,
    [JSON.stringify(positions.map((n) => rows[n]))],
  );
  return positions.map((n) => writes[n]!.line);
}

function sourceKey({ publisher, dataset, vintage }: SourceReference): string {
  return JSON.stringify([publisher, dataset, vintage]);
}

/** @returns the id of each source in this file, new or known, by `sourceKey`. */
async function sourceIds(em: EntityManager, sources: SourceReference[], hash: string): Promise<Map<string, number>> {
  const distinct = [...new Map(sources.map((source) => [sourceKey(source), source])).values()];
  const rows = await em.upsertMany(Source, distinct.map((source) => ({ ...source, fileHash: hash, receivedOn: today() })) as never[], {
    onConflictFields: ["publisher", "dataset", "vintage", "fileHash"],
    onConflictExcludeFields: ["receivedOn"],
  });
  return new Map(rows.map((row) => [sourceKey(row), row.id]));
}

async function recordFile(em: EntityManager, file: { dataset: string; fileName: string; hash: string; rows: number }): Promise<void> {
  await em.upsert(ImportedFile, { ...file, importedAt: new Date() } as never, { onConflictExcludeFields: ["importedAt"] });
}
