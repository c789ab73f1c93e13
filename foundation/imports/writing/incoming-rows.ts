import { today } from "../../day.ts";
import { copyCell, inChunks, UnstorableText } from "./copy-text.ts";
import type { Append, Rejection, SourceReference, Write } from "../dataset.ts";
import { DistinctSources } from "./distinct-sources.ts";
import { outdateFiles } from "../imported-file.ts";
import { UnreadableFile } from "../envelope/unreadable-file.ts";
import type { Writer } from "../writer.ts";

/** What rows changed of their table. */
export interface Settled {
  /** The lines that differed from what the database holds. */
  lines: number[];
  /** How many of the rows gave another value to what was there, by what they tell: « B01 2022 », or the name of their table. */
  changed: { what: string; changed: number }[];
  /** How many of them took a number away. */
  absent: number;
  /** The least id of the rows that were added to a table; null: none was. */
  firstAppended: string | null;
}

/** After so many, and so large a share of those that it knew of, the server is told to look at the table again: until it does by itself, it would read it by the wrong way for a minute. */
const many = { rows: 1000, share: 0.2 };

let opened = 0;

/** Rows on their way into one table: they go by COPY, some at a time, to where they wait; one statement compares them all with the table, and writes. */
export class IncomingRows {
  /** How many there are. */
  rows = 0;
  private readonly place = `pg_temp.incoming_${++opened}`;

  private constructor(
    private readonly writer: Writer,
    private readonly entity: Write["entity"],
    /** The properties that are written. */
    private readonly properties: readonly string[],
    readonly append: Append | undefined,
    /** Null: its rows have none. */
    readonly sources: DistinctSources | null,
  ) {}

  /** Makes the place where rows wait, until the transaction ends. @param first of them: all tell the same properties */
  static async of(writer: Writer, entity: Write["entity"], first: Write): Promise<IncomingRows> {
    const told = Object.keys(first.values);
    const properties = told.filter((name) => name !== "source");
    const sources = told.includes("source") ? new DistinctSources() : null;
    const rows = new IncomingRows(writer, entity, properties, first.append, sources);
    await writer.sql(
      `create temporary table ${rows.place.replace("pg_temp.", "")} on commit drop as
       select 0 as "incoming n", 0 as "incoming line", null::int as "incoming source", ${rows.columns.join(", ")}
       from ${writer.names.table(entity)} with no data`,
    );
    return rows;
  }

  private get columns(): string[] {
    return this.properties.map((property) => this.writer.names.column(this.entity, property));
  }

  private get keys(): string[] {
    const key = this.append?.key ?? this.writer.primaryKey(this.entity);
    return key.map((property) => this.writer.names.column(this.entity, property));
  }

  /** Sends rows to where they wait. @throws UnreadableFile where PostgreSQL can hold no such text */
  async add(writes: readonly Write[]): Promise<void> {
    await this.writer.copy(this.place, inChunks(this.textOf(writes)));
  }

  private *textOf(writes: readonly Write[]): Iterable<string> {
    const types = this.properties.map((name) => this.writer.names.typeOf(this.entity, name));
    for (const { line, values } of writes) {
      const row = values as Record<string, unknown>;
      this.refuseOthers(row);
      try {
        let text = `${this.rows++}\t${line}\t${this.sources ? this.sources.numberOf(row.source as SourceReference) : "\\N"}`;
        for (const [index, name] of this.properties.entries()) text += `\t${copyCell(row[name], types[index]!)}`;
        yield `${text}\n`;
      } catch (error) {
        if (!(error instanceof UnstorableText)) throw error;
        throw new UnreadableFile(`La ligne ${line} contient un caractère nul, ou la moitié d'un caractère : corrigez le fichier.`);
      }
    }
  }

  /** What a row does not tell would be null in the table: all of them tell the same, wherever they stand in the file. */
  private refuseOthers(row: Record<string, unknown>): void {
    let told = 0;
    for (const name in row) {
      if (name === "source") continue;
      told++;
      if (!this.properties.includes(name)) throw new Error(`${this.entity.name}: a row tells ${name}, which the first does not`);
    }
    if (told < this.properties.length) throw new Error(`${this.entity.name}: a row tells less than the first`);
  }

  /** Two lines of one file that claim the same row: the later one is rejected. */
  async claimedTwice(): Promise<Rejection[]> {
    const keys = this.keys.join(", ");
    const found = await this.writer.sql<{ line: number; first: number; key: string[] }>(
      `with twice as materialized (
         select ${keys} from ${this.place} group by ${keys} having min("incoming line") <> max("incoming line"))
       select i."incoming line" as line, i.first, array[${this.keys.map((key) => `i.${key}::text`).join(", ")}] as key from (
         select *, first_value("incoming line") over (partition by ${keys} order by "incoming n") as first, "incoming n" as n
         from ${this.place} where (${keys}) in (select ${keys} from twice)) i
       where i.first <> i."incoming line" order by i.n`,
    );
    return found.map(({ line, first, key }) => ({
      line,
      column: "",
      value: key.join(" / "),
      reason: `même clé que la ligne ${first}`,
    }));
  }

  /**
   * Writes those that differ from what the table holds, with their sources.
   * @param hash of the file they come from
   * @param wrong lines of which nothing is written
   */
  async settle(hash: string, wrong: Iterable<number> = []): Promise<Settled> {
    const { writer, entity, append, sources, columns, keys } = this;
    const { names } = writer;
    const table = names.table(entity);
    const match = keys.map((key) => `t.${key} = i.${key}`).join(" and ");
    const last = append ? `lateral (${append.last(names, match)}) t on true` : `(select t.*, true as found from ${table} t) t on ${match}`;
    const list = (alias: string) => columns.map((name) => `${alias}.${name}`).join(", ");
    const written = [...columns, ...(sources ? [names.column(entity, "source")] : [])];
    const number = append && names.column(entity, append.number);
    const [difference] = await writer.sql<Difference>(
      `with ${sources ? toldSources : ""}
       differing as materialized (
         select i.*, t.found, ${number ? `t.found and t.${number} is distinct from i.${number}` : "t.found"} as changed,
           ${number ? `t.${number} is not null and i.${number} is null` : "false"} as absent
         from (${this.waiting()}) i left join ${last}
         where t.found is null or (${list("t")}) is distinct from (${list("i")})),
       ${sources ? sourcesIn(names.sourcesOf(entity)) : ""}
       written as (
         insert into ${table} (${written.join(", ")})
         select ${list("d")}${sources ? ", s.id" : ""} from differing d${sources ? ` left join sources s on s.n = d."incoming source"` : ""}
         order by d."incoming n"
         ${append ? "returning id" : onConflict(keys, written)})
       select (select array_agg(distinct "incoming line") from differing) as lines, (select bool_or(found) from differing) as replaced,
         (select count(*) from differing)::int as rows,
         (select jsonb_agg(c order by c.changed desc, c.what) from (
           select ${this.what("d")} as what, count(*) as changed from differing d where changed group by 1) c) as changed,
         (select count(*) from differing where absent)::int as absent,
         ${append ? "(select min(id) from written)" : "null"} as "firstAppended"`,
      [[...wrong], ...(sources ? [JSON.stringify(sources.all), hash, today()] : [])],
    );
    const { lines, replaced, rows, changed, absent, firstAppended } = difference!;
    if (replaced) await outdateFiles(writer);
    if (await areMany(writer, table, rows)) await writer.sql(`analyze ${table}`);
    return { lines: lines ?? [], changed: changed ?? [], absent, firstAppended };
  }

  /** SQL: the rows of lines that are not wrong; what is added to a table is of the edition of its source, where the file tells one. */
  private waiting(): string {
    const { append, sources, properties, entity, place } = this;
    const { names } = this.writer;
    const ofSource: readonly string[] = append?.ofSource ?? [];
    const columns = properties.map((property) => {
      const column = names.column(entity, property);
      if (!sources || !ofSource.includes(property)) return `w.${column}`;
      return `case when s.is_marked then s."${property}" else w.${column} end as ${column}`;
    });
    return `select w."incoming n", w."incoming line", w."incoming source", ${columns.join(", ")} from ${place} w
      ${sources ? `left join told s on s.n = w."incoming source"` : ""} where w."incoming line" <> all($1::int[])`;
  }

  /** SQL: what a row tells, for whoever reads what a file changes. */
  private what(row: string): string {
    const { append, entity, writer } = this;
    const named = append?.named.map((property) => `${row}.${writer.names.column(entity, property)}`);
    return named ? `concat_ws(' ', ${named.join(", ")})` : `'${entity.name}'`;
  }
}

interface Difference {
  lines: number[] | null;
  replaced: boolean | null;
  rows: number;
  changed: Settled["changed"] | null;
  absent: number;
  firstAppended: string | null;
}

async function areMany({ sql }: Writer, table: string, rows: number): Promise<boolean> {
  if (rows < many.rows) return false;
  const [known] = await sql<{ rows: number }>("select reltuples as rows from pg_class where oid = $1::regclass", [table]);
  return rows >= known!.rows * many.share;
}

const toldSources = `told as materialized (select * from jsonb_to_recordset($2::jsonb) s(n int, publisher text, dataset text,
  "printedVintage" text, "periodStart" date, "periodEnd" date, edition date, "publishedOn" date, licence text, demonstration boolean,
  "roundedTo" int, is_marked boolean)),`;

/** The sources of rows that differ, new or known. */
function sourcesIn(table: string): string {
  return `received as (
       insert into ${table} (publisher, dataset, printed_vintage, period_start, period_end, edition, published_on, licence, demonstration, rounded_to,
         file_hash, received_on)
       select publisher, dataset, "printedVintage", "periodStart", "periodEnd", edition, "publishedOn", licence, demonstration, "roundedTo", $3, $4::date
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
