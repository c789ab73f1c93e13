import type { EntityClass } from "@mikro-orm/core";
import { quote } from "../../postgres/identifiers.ts";
import { type Connection, PageArgs, pageOf } from "../connection.ts";
import type { Context } from "../context.ts";
import { type Audience, instancesOf, type KeyedRow, type Reading, reading } from "./reading.ts";
import type { TableNames } from "./table-names.ts";

interface PageKey {
  of: string;
  /** Values of each filter, one of which a row has; null: all. */
  filters: (readonly unknown[] | null)[];
  first: number;
  /** Key of the last row of the previous page. */
  after: string | null;
}

interface PageOptions<T, Filter> {
  /** The property that says to whose list a row belongs; none where `through` says it. */
  of?: keyof T & string;
  /** A property of text that is unique: the order of the list. */
  key: keyof T & string;
  /** Properties by which the list can be filtered. */
  filters?: readonly Filter[];
  /** SQL that every row of the list meets, on the alias `t`. */
  where?: string;
  /** A table that says to whose list a row belongs, where the row does not: its properties. */
  through?: { entity: EntityClass<object>; of: string; key: string };
  /** By default open. */
  audience?: Audience;
}

/** The list of a thing, page by page in key order, with its length. One statement for any number of lists. */
export interface Pages<T, Filter extends keyof T> extends Reading<PageKey, { rows: T[]; total: number }> {
  /**
   * @param filters values of which a row has one; null or nothing: all
   * @throws TOO_MANY_ROWS, BAD_CURSOR
   */
  page(context: Context, of: string, args: PageArgs, filters?: { [Name in Filter]?: readonly T[Name][] | null }): Promise<Connection<T>>;
}

/** Declares the list that each thing has of another. */
export function page<T extends object, Filter extends keyof T & string = never>(
  entity: EntityClass<T>,
  { of, key, filters = [], where, through, audience }: PageOptions<T, Filter>,
): Pages<T, Filter> {
  function write(names: TableNames): string {
    const owner = through ? `m.${names.column(through.entity, through.of)}` : `t.${names.column(entity, of!)}`;
    const join = through
      ? ` join ${names.table(through.entity)} m on m.${names.column(through.entity, through.key)} = t.${names.column(entity, key)}`
      : "";
    const inList = [
      `${owner} = k.owner`,
      ...(where ? [where] : []),
      ...filters.map((name, n) => `(k.filter${n} is null or t.${names.column(entity, name)} = any (k.filter${n}))`),
    ].join(" and ");
    const keyColumn = `t.${names.column(entity, key)}`;
    const filterColumns = filters.map((name, n) => ({ name: `filter${n}`, type: `${names.typeOf(entity, name)}[]` }));
    const columns = [{ name: "owner", type: "text" }, ...filterColumns, { name: "first", type: "int" }, { name: "after", type: "text" }];
    const inner = `select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (${columns.map(({ name, type }) => `${name} ${type}`).join(", ")})) with ordinality k(${columns.map(({ name }) => name).join(", ")}, n)
cross join lateral (select count(*)::int as total from ${names.table(entity)} t${join} where ${inList}) c
left join lateral (select ${names.columns(entity, "t")} from ${names.table(entity)} t${join}
  where ${inList} and (k.after is null or ${keyColumn} > k.after) order by ${keyColumn} limit k.first + 1) r on true`;
    return names.hasSource(entity) ? names.withSources(inner, `q.n, q.${quote(key)}`) : `${inner}\norder by k.n, r.${quote(key)}`;
  }

  const pages = reading<PageKey, KeyedRow & { total: number }, { rows: T[]; total: number }>(
    write,
    (keys) => [
      JSON.stringify(
        keys.map(({ of: owner, filters: values, first, after }) => ({
          ...Object.fromEntries(values.map((each, n) => [`filter${n}`, each])),
          owner,
          first,
          after,
        })),
      ),
    ],
    (rows) => ({
      total: rows[0]!.total,
      rows: instancesOf(
        entity,
        rows.filter((row) => (row as unknown as T)[key] !== null),
      ),
    }),
    audience,
  );
  return Object.assign(pages, {
    async page(context: Context, owner: string, args: PageArgs, values: { [Name in Filter]?: readonly T[Name][] | null } = {}) {
      const { first, after } = PageArgs.check(args);
      const { rows, total } = await pages(context, { of: owner, filters: filters.map((name) => values[name] ?? null), first, after });
      return pageOf(rows, { first, after }, total, (row) => row[key] as string);
    },
  });
}
