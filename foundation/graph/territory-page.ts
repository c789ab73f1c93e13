import type { EntityManager } from "@mikro-orm/postgresql";
import { sql, tableOf } from "../postgres/sql.ts";
import { type Connection, PageArgs, pageOf } from "./connection.ts";
import type { Context } from "./context.ts";

interface PageKey {
  territory: string;
  /** Value of the filter column; null: all. */
  filter: string | null;
  first: number;
  /** Key of the last row of the previous page. */
  after: string | null;
}

interface Listed<T> {
  entity: new () => T;
  /** Where the rows are, where that is more than the entity's own table. */
  from?: (em: EntityManager) => string;
  /** Column with the code of the territory. */
  territory: string;
  /** Primary key: the order of the list. */
  key: keyof T & string;
  /** Column that the list can be filtered by. */
  filter?: string;
  /** A condition every row of the list meets, on the alias `t`. */
  where?: string;
}

/**
 * Makes the field of a territory's list, page by page in key order: two statements for any number of territories.
 * @returns a function of the context, the territory's code, the page and the filter's value.
 */
export function territoryPages<T extends object>({ entity, from, territory, key, filter, where = "true" }: Listed<T>) {
  async function batch(keys: readonly PageKey[], { em }: Context): Promise<{ rows: T[]; totalCount: number }[]> {
    const table = from?.(em) ?? tableOf(em, entity);
    const inList = `t."${territory}" = k.territory and ${where}${filter ? ` and (k.filter is null or t."${filter}"::text = k.filter)` : ""}`;
    const pages = await sql<{ keys: string[]; totalCount: number }>(
      em,
      `select (select count(*)::int from ${table} t where ${inList}) as "totalCount",
         array(select t."${key}" from ${table} t where ${inList} and (k.after is null or t."${key}" > k.after) order by t."${key}" limit k.first + 1) as keys
       from rows from (jsonb_to_recordset($1::jsonb) as (territory text, filter text, first int, after text)) with ordinality k(territory, filter, first, after, n)
       order by k.n`,
      [JSON.stringify(keys)],
    );
    const found = (await em.find(entity, { [key]: { $in: pages.flatMap((page) => page.keys) } } as never, {
      populate: ["source"] as never,
    })) as T[];
    const byKey = new Map(found.map((row) => [row[key] as string, row]));
    return pages.map((page) => ({ rows: page.keys.flatMap((k) => byKey.get(k) ?? []), totalCount: page.totalCount }));
  }

  return async (context: Context, code: string, page: PageArgs, value: string | null = null): Promise<Connection<T>> => {
    const { first, after } = PageArgs.check(page);
    const { rows, totalCount } = await context.load(batch, { territory: code, filter: value, first, after });
    return pageOf(rows, { first, after }, totalCount, (row) => row[key] as string);
  };
}
