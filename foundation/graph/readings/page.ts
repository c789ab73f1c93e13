import type { EntityClass } from "@mikro-orm/core";
import { quote } from "../../postgres/identifiers.ts";
import { type Connection, PageArgs, pageOf } from "../connection.ts";
import type { Context } from "../context.ts";
import { type Audience, instancesOf, type KeyedRow, type Reading, reading } from "./reading.ts";
import type { TableNames } from "./table-names.ts";

interface PageKey<Of, Filter> {
  of: Of;
  /** Value of the filter; null: all. */
  filter: Filter | null;
  first: number;
  /** Key of the last row of the previous page. */
  after: string | null;
}

interface PageOptions<T> {
  /** The property that says to whose list a row belongs; none where `through` says it. */
  of?: keyof T & string;
  /** A property of text that is unique: the order of the list. */
  key: keyof T & string;
  /** A property by which the list can be filtered. */
  filter?: keyof T & string;
  /** SQL that every row of the list meets, on the alias `t`. */
  where?: string;
  /** A table that says to whose list a row belongs, where the row does not: its properties. */
  through?: { entity: EntityClass<object>; of: string; key: string };
  /** By default open. */
  audience?: Audience;
}

/** The list of a thing, page by page in key order, with its length. One statement for any number of lists. */
export interface Pages<T, Of, Filter> extends Reading<PageKey<Of, Filter>, { rows: T[]; total: number }> {
  /** @throws TOO_MANY_ROWS, BAD_CURSOR */
  page(context: Context, of: Of, args: PageArgs, filter?: Filter | null): Promise<Connection<T>>;
}

/** Declares the list that each thing has of another. */
export function page<T extends object, Filter = string>(
  entity: EntityClass<T>,
  { of, key, filter, where, through, audience }: PageOptions<T>,
): Pages<T, string, Filter> {
  function write(names: TableNames): string {
    const owner = through ? `m.${names.column(through.entity, through.of)}` : `t.${names.column(entity, of!)}`;
    const join = through
      ? ` join ${names.table(through.entity)} m on m.${names.column(through.entity, through.key)} = t.${names.column(entity, key)}`
      : "";
    const inList = [
      `${owner} = k.owner`,
      ...(where ? [where] : []),
      ...(filter ? [`(k.filter is null or t.${names.column(entity, filter)} = k.filter)`] : []),
    ].join(" and ");
    const keyColumn = `t.${names.column(entity, key)}`;
    const filterType = filter ? names.typeOf(entity, filter) : "text";
    const inner = `select k.n, c.total, r.*
from rows from (jsonb_to_recordset($1::jsonb) as (owner text, filter ${filterType}, first int, after text)) with ordinality k(owner, filter, first, after, n)
cross join lateral (select count(*)::int as total from ${names.table(entity)} t${join} where ${inList}) c
left join lateral (select ${names.columns(entity, "t")} from ${names.table(entity)} t${join}
  where ${inList} and (k.after is null or ${keyColumn} > k.after) order by ${keyColumn} limit k.first + 1) r on true`;
    return names.hasSource(entity) ? names.withSources(inner, `q.n, q.${quote(key)}`) : `${inner}\norder by k.n, r.${quote(key)}`;
  }

  const pages = reading<PageKey<string, Filter>, KeyedRow & { total: number }, { rows: T[]; total: number }>(
    write,
    (keys) => [JSON.stringify(keys.map(({ of: owner, ...rest }) => ({ owner, ...rest })))],
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
    async page(context: Context, owner: string, args: PageArgs, value: Filter | null = null) {
      const { first, after } = PageArgs.check(args);
      const { rows, total } = await pages(context, { of: owner, filter: value, first, after });
      return pageOf(rows, { first, after }, total, (row) => row[key] as string);
    },
  });
}
