import type { EntityClass } from "@mikro-orm/core";
import { quote } from "../../postgres/identifiers.ts";
import { type Connection, PageArgs, pageOf } from "../connection.ts";
import type { Context } from "../context.ts";
import type { Days } from "../date-range.ts";
import { type Audience, instancesOf, type KeyedRow, type Reading, reading } from "./reading.ts";
import type { TableNames } from "./table-names.ts";

interface PageKey {
  of: string | null;
  /** Values of each filter, one of which a row has; null: all. */
  filters: (readonly unknown[] | null)[];
  /** Values of each list that a row may have, one of which it has; null: all rows. */
  containing: (readonly unknown[] | null)[];
  /** Days between which each of the ranges lies; null: whenever, and where it is not known. */
  ranges: (Days | null)[];
  first: number;
  /** Key of the last row of the previous page. */
  after: string | null;
}

interface PageOptions<T, Filter, Range, Holding> {
  /** The property that says to whose list a row belongs; none where `through` says it, or where there is one list of all. */
  of?: keyof T & string;
  /** A property of text that is unique: the order of the list. */
  key: keyof T & string;
  /** Properties by which the list can be filtered. */
  filters?: readonly Filter[];
  /** Properties that are lists, by what is in them. */
  containing?: readonly Holding[];
  /** Properties that are days, by which it can be kept to a period. */
  ranges?: readonly Range[];
  /** SQL that every row of the list meets, on the alias `t`. */
  where?: string;
  /** A table that says to whose list a row belongs, where the row does not: its properties. */
  through?: { entity: EntityClass<object>; of: string; key: string };
  /** By default open. */
  audience?: Audience;
}

/** The list of a thing, page by page in key order, with its length. One statement for any number of lists. */
export interface Pages<T, Filter extends keyof T, Range extends keyof T, Holding extends keyof T = never>
  extends Reading<PageKey, { rows: T[]; total: number }> {
  /**
   * @param of whose list it is; null: that of all
   * @throws TOO_MANY_ROWS, BAD_CURSOR
   */
  page(context: Context, of: string | null, args: PageArgs, wanted?: Wanted<T, Filter, Range, Holding>): Promise<Connection<T>>;
}

/** Values of which a row has one, and days between which it lies; null or nothing: all. */
type Wanted<T, Filter extends keyof T, Range extends keyof T, Holding extends keyof T> = {
  [Name in Filter]?: readonly T[Name][] | null;
} & { [Name in Range]?: Days | null } & { [Name in Holding]?: NonNullable<T[Name]> | null };

/** Declares the list that each thing has of another. */
export function page<
  T extends object,
  Filter extends keyof T & string = never,
  Range extends keyof T & string = never,
  Holding extends keyof T & string = never,
>(
  entity: EntityClass<T>,
  { of, key, filters = [], containing = [], ranges = [], where, through, audience }: PageOptions<T, Filter, Range, Holding>,
): Pages<T, Filter, Range, Holding> {
  function write(names: TableNames): string {
    const owner = through ? `m.${names.column(through.entity, through.of)}` : of && `t.${names.column(entity, of)}`;
    const join = through
      ? ` join ${names.table(through.entity)} m on m.${names.column(through.entity, through.key)} = t.${names.column(entity, key)}`
      : "";
    const inList = [
      ...(owner ? [`${owner} = k.owner`] : []),
      ...(where ? [where] : []),
      ...filters.map((name, n) => `(k.filter${n} is null or t.${names.column(entity, name)} = any (k.filter${n}))`),
      ...containing.map((name, n) => `(k.holding${n} is null or t.${names.column(entity, name)} && k.holding${n})`),
      ...ranges.map((name, n) => {
        const day = `t.${names.column(entity, name)}`;
        return `(coalesce(k.from${n}, k.to${n}) is null or ${day} between coalesce(k.from${n}, '-infinity') and coalesce(k.to${n}, 'infinity'))`;
      }),
    ];
    const isWanted = inList.length > 0 ? inList.join(" and ") : "true";
    const keyColumn = `t.${names.column(entity, key)}`;
    const filterColumns = filters.map((name, n) => ({ name: `filter${n}`, type: `${names.typeOf(entity, name)}[]` }));
    const holdingColumns = containing.map((name, n) => ({ name: `holding${n}`, type: names.typeOf(entity, name) }));
    const rangeColumns = ranges.flatMap((_, n) => ["from", "to"].map((end) => ({ name: `${end}${n}`, type: "date" })));
    const ends = [
      { name: "first", type: "int" },
      { name: "after", type: "text" },
    ];
    const columns = [{ name: "owner", type: "text" }, ...filterColumns, ...holdingColumns, ...rangeColumns, ...ends];
    const inner = `select k.n, c."listLength", r.*
from rows from (jsonb_to_recordset($1::jsonb) as (${columns.map(({ name, type }) => `${name} ${type}`).join(", ")})) with ordinality k(${columns.map(({ name }) => name).join(", ")}, n)
cross join lateral (select count(*)::int as "listLength" from ${names.table(entity)} t${join} where ${isWanted}) c
left join lateral (select ${names.columns(entity, "t")} from ${names.table(entity)} t${join}
  where ${isWanted} and (k.after is null or ${keyColumn} > k.after) order by ${keyColumn} limit k.first + 1) r on true`;
    return names.hasSource(entity) ? names.withSources(inner, `q.n, q.${quote(key)}`) : `${inner}\norder by k.n, r.${quote(key)}`;
  }

  const pages = reading<PageKey, KeyedRow & { listLength: number }, { rows: T[]; total: number }>(
    write,
    (keys) => [
      JSON.stringify(
        keys.map(({ of: owner, filters: values, containing: lists, ranges: periods, first, after }) => ({
          ...Object.fromEntries(values.map((each, n) => [`filter${n}`, each])),
          ...Object.fromEntries(lists.map((each, n) => [`holding${n}`, each])),
          ...Object.fromEntries(
            periods.flatMap((days, n) => [
              [`from${n}`, days?.from],
              [`to${n}`, days?.to],
            ]),
          ),
          owner,
          first,
          after,
        })),
      ),
    ],
    (rows) => ({
      total: rows[0]!.listLength,
      rows: instancesOf(
        entity,
        rows.filter((row) => (row as unknown as T)[key] !== null),
      ),
    }),
    audience,
  );
  return Object.assign(pages, {
    async page(context: Context, owner: string | null, args: PageArgs, wanted: Wanted<T, Filter, Range, Holding> = {} as never) {
      const { first, after } = PageArgs.check(args);
      const { rows, total } = await pages(context, {
        of: owner,
        filters: filters.map((name) => wanted[name] ?? null),
        containing: containing.map((name) => (wanted[name] as readonly unknown[] | null) ?? null),
        ranges: ranges.map((name) => wanted[name] ?? null),
        first,
        after,
      });
      return pageOf(rows, { first, after }, total, (row) => row[key] as string);
    },
  });
}
