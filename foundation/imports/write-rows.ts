import { today } from "../day.ts";
import { copyCell, inChunks, UnstorableText } from "./copy-text.ts";
import type { Append, SourceReference, Write } from "./dataset.ts";
import { outdateFiles } from "./imported-file.ts";
import { UnreadableFile } from "./envelope/unreadable-file.ts";
import { periodOf } from "./period.ts";
import type { Writer } from "./writer.ts";

/** The properties that tell a row from the others of its table. */
export function keyProperties(writer: Writer, entity: Write["entity"], append: Append | undefined): readonly string[] {
  return append?.key ?? writer.primaryKey(entity);
}

export interface Written {
  /** The lines that differed from what the database holds. */
  lines: number[];
  /** Which of the rows gave another value to what was there. */
  changed: Write[];
  /** How many of them took a number away. */
  absent: number;
  /** The least id of the rows that were added to a table; null: none was. */
  firstAppended: string | null;
}

/** Where rows stand before they are compared; one set at a time. */
const incoming = "pg_temp.incoming";
const progressStep = 5000;
/** After so many, and so large a share of those that it knew of, the server is told to look at the table again: until it does by itself, it would read it by the wrong way for a minute. */
const many = { rows: 1000, share: 0.2 };

/**
 * Writes the rows of one table that differ from what the database holds, with their sources: all of them go there by COPY, one statement
 * compares and writes.
 * @param hash of the file they come from
 * @param progress called with the number of rows that were sent
 */
export async function writeRows(
  writer: Writer,
  entity: Write["entity"],
  writes: readonly Write[],
  hash: string,
  progress: (sent: number) => void = () => {},
): Promise<Written> {
  if (writes.length === 0) return { lines: [], changed: [], absent: 0, firstAppended: null };
  const { names } = writer;
  const table = names.table(entity);
  const { append } = writes[0]!;
  const properties = [...new Set(writes.flatMap(({ values }) => Object.keys(values)))];
  const hasSource = properties.includes("source");
  const stored = properties.filter((name) => name !== "source");
  const column = (property: string) => names.column(entity, property);
  const columns = stored.map(column);
  const keys = keyProperties(writer, entity, append).map(column);
  const sources = hasSource ? new DistinctSources() : null;

  await writer.sql(
    `create temporary table incoming as
     select 0 as "incoming n", null::int as "incoming source", ${columns.join(", ")} from ${table} with no data`,
  );
  await writer.copy(
    incoming,
    inChunks(
      linesOf(
        writes,
        stored,
        stored.map((name) => names.typeOf(entity, name)),
        sources,
        progress,
      ),
    ),
  );

  const match = keys.map((key) => `t.${key} = i.${key}`).join(" and ");
  const last = append ? `lateral (${append.last(names, match)}) t on true` : `(select t.*, true as found from ${table} t) t on ${match}`;
  const list = (alias: string) => columns.map((name) => `${alias}.${name}`).join(", ");
  const insert = `insert into ${table} (${[...columns, ...(hasSource ? [column("source")] : [])].join(", ")})
       select ${list("d")}${hasSource ? ", s.id" : ""} from differing d${hasSource ? ` left join sources s on s.n = d."incoming source"` : ""}
       order by d."incoming n"
       ${append ? "returning id" : onConflict(keys, [...columns, ...(hasSource ? [column("source")] : [])])}`;
  const number = append && column(append.number);
  const [difference] = await writer.sql<Difference>(
    `with differing as materialized (
       select i.*, t.found, ${number ? `t.found and t.${number} is distinct from i.${number}` : "t.found"} as changed,
         ${number ? `t.${number} is not null and i.${number} is null` : "false"} as absent from ${incoming} i left join ${last}
       where t.found is null or (${list("t")}) is distinct from (${list("i")})),
     ${hasSource ? sourcesOf(names.sourcesOf(entity)) : ""}
     written as (${insert})
     select array_agg("incoming n") as positions, bool_or(found) as replaced,
       array_agg("incoming n") filter (where changed) as changed, count(*) filter (where absent)::int as absent,
       ${append ? "(select min(id) from written)" : "null"} as "firstAppended" from differing`,
    sources ? [JSON.stringify(sources.all), hash, today()] : [],
  );
  await writer.sql(`drop table ${incoming}`);
  const { positions, replaced, changed, absent, firstAppended } = difference!;
  if (replaced) await outdateFiles(writer);
  if (await areMany(writer, table, positions?.length ?? 0)) await writer.sql(`analyze ${table}`);
  return {
    lines: (positions ?? []).map((n) => writes[n]!.line),
    changed: (changed ?? []).map((n) => writes[n]!),
    absent,
    firstAppended,
  };
}

async function areMany({ sql }: Writer, table: string, rows: number): Promise<boolean> {
  if (rows < many.rows) return false;
  const [known] = await sql<{ rows: number }>("select reltuples as rows from pg_class where oid = $1::regclass", [table]);
  return rows >= known!.rows * many.share;
}

interface Difference {
  positions: number[] | null;
  replaced: boolean | null;
  changed: number[] | null;
  absent: number;
  firstAppended: string | null;
}

/** Their sources, once each. */
class DistinctSources {
  readonly all: (SourceReference & { n: number; periodStart: string | null; periodEnd: string | null })[] = [];
  private readonly known = new Map<string, number>();

  numberOf(source: SourceReference): number {
    const { publisher, dataset, printedVintage } = source;
    const key = `${publisher}\t${dataset}\t${printedVintage}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { start = null, end = null } = periodOf(printedVintage) ?? {};
    const n = this.all.push({ ...source, n: this.all.length, periodStart: start, periodEnd: end }) - 1;
    this.known.set(key, n);
    return n;
  }
}

function* linesOf(
  writes: readonly Write[],
  properties: readonly string[],
  types: readonly string[],
  sources: DistinctSources | null,
  progress: (sent: number) => void,
): Iterable<string> {
  for (const [n, { line, values }] of writes.entries()) {
    const row = values as Record<string, unknown>;
    try {
      let text = `${n}\t${sources ? sources.numberOf(row.source as SourceReference) : "\\N"}`;
      for (const [index, name] of properties.entries()) text += `\t${copyCell(row[name], types[index]!)}`;
      yield `${text}\n`;
    } catch (error) {
      if (!(error instanceof UnstorableText)) throw error;
      throw new UnreadableFile(`La ligne ${line} contient un caractère nul, ou la moitié d'un caractère : corrigez le fichier.`);
    }
    if ((n + 1) % progressStep === 0) progress(n + 1);
  }
}

/** The sources of rows that differ, new or known. */
function sourcesOf(table: string): string {
  return `told as (select * from jsonb_to_recordset($1::jsonb) s(n int, publisher text, dataset text,
       "printedVintage" text, "periodStart" date, "periodEnd" date, edition date, "publishedOn" date, licence text, demonstration boolean, "roundedTo" int)),
     received as (
       insert into ${table} (publisher, dataset, printed_vintage, period_start, period_end, edition, published_on, licence, demonstration, rounded_to,
         file_hash, received_on)
       select publisher, dataset, "printedVintage", "periodStart", "periodEnd", edition, "publishedOn", licence, demonstration, "roundedTo", $2, $3::date
       from told where n in (select "incoming source" from differing) order by n
       on conflict (publisher, dataset, printed_vintage, file_hash) do update set
         edition = excluded.edition, published_on = excluded.published_on, licence = excluded.licence, demonstration = excluded.demonstration,
         rounded_to = excluded.rounded_to
       returning id, publisher, dataset, printed_vintage as "printedVintage"),
     sources as (select told.n, received.id from told join received using (publisher, dataset, "printedVintage")),`;
}

function onConflict(keys: readonly string[], columns: readonly string[]): string {
  const others = columns.filter((name) => !keys.includes(name));
  const change = others.length > 0 ? `update set ${others.map((name) => `${name} = excluded.${name}`).join(", ")}` : "nothing";
  return `on conflict (${keys.join(", ")}) do ${change}`;
}
