import type { EntityClass } from "@mikro-orm/core";
import { quote } from "../../postgres/identifiers.ts";
import type { Batch, Context } from "../context.ts";
import { Source } from "../source.ts";
import { besideColumns } from "./at-version.ts";
import type { TableNames } from "./table-names.ts";

/**
 * A way to read rows, the only one that a request has. It is declared beside its thing, listed in the subgraph, and is one prepared
 * statement: all keys asked for in the same tick are read by it at once.
 */
export interface Reading<Key, Value> {
  /** The value itself where it is kept. What it gives is frozen: others read it too. */
  (context: Context, key: Key): Read<Value>;
  /** The text of its statement. */
  write(names: TableNames): string;
  audience: Audience;
}

/**
 * Who reads what it gives. open: everyone the same, which is read once a data version; no table of it has a policy. restricted: it depends on
 * who asks, and is read anew for each call, in the caller's own session. anew: everyone the same, but nobody may see what is no longer so.
 */
export type Audience = "open" | "restricted" | "anew";

/** What is known, or will be. */
export type Read<Value> = Value | Promise<Value>;

/** What a statement gives of each key: its position from 1, and rows. */
export interface KeyedRow {
  n: string | number;
  /** Where the statement is `withSources`. */
  sourceId?: number | null;
  source?: Source | null;
}

/**
 * Makes a reading.
 * @param toParameters the parameters of the statement for so many keys
 * @param toValue what becomes of the rows of one key, in the order of the statement
 */
export function reading<Key, Row extends KeyedRow, Value>(
  write: (names: TableNames) => string,
  toParameters: (keys: readonly Key[]) => unknown[],
  toValue: (rows: Row[], key: Key) => Value,
  audience: Audience = "open",
): Reading<Key, Value> {
  const batch: Batch<Key, Value> = async (keys, { rows: reader }) => {
    const rows = await reader.rows<Row>(made, toParameters(keys));
    shareSources(rows);
    const groups = Map.groupBy(rows, ({ n }) => Number(n) - 1);
    return keys.map((key, index) => {
      const value = toValue(groups.get(index) ?? [], key);
      reader.keep(made, JSON.stringify(key), value);
      return value;
    });
  };
  const read = (context: Context, key: Key): Read<Value> => {
    const known = context.rows.recall(made, JSON.stringify(key));
    return known === undefined ? context.load(batch, key) : (known as Value);
  };
  const made: Reading<Key, Value> = Object.assign(read, { write, audience });
  return made;
}

export interface OneOptions {
  audience?: Audience;
}

export interface ManyOptions<T> extends OneOptions {
  /** Properties, the last of them unique for a key; `-` before one: the greatest first, nulls last. */
  order?: ((keyof T & string) | `-${keyof T & string}`)[];
  /** SQL that every row meets, on the alias `t`. */
  where?: string;
}

type KeyOf<T, Name extends keyof T> = NonNullable<T[Name]>;

/** The row of each key, or null. A key is the value of a property, or an object with several. */
export function one<T extends object, Name extends keyof T & string>(
  entity: EntityClass<T>,
  name: Name,
  options?: OneOptions,
): Reading<KeyOf<T, Name>, T | null>;
export function one<T extends object, Name extends keyof T & string>(
  entity: EntityClass<T>,
  names: readonly Name[],
  options?: OneOptions,
): Reading<{ [N in Name]: KeyOf<T, N> }, T | null>;
export function one<T extends object>(
  entity: EntityClass<T>,
  properties: string | readonly string[],
  options: OneOptions = {},
): Reading<never, T | null> {
  return byProperties(entity, properties, options, ([row]) => row ?? null);
}

/** The rows of each key; of an object with no property: all rows. */
export function many<T extends object, Name extends keyof T & string>(
  entity: EntityClass<T>,
  name: Name,
  options?: ManyOptions<T>,
): Reading<KeyOf<T, Name>, T[]>;
export function many<T extends object, Name extends keyof T & string>(
  entity: EntityClass<T>,
  names: readonly Name[],
  options?: ManyOptions<T>,
): Reading<{ [N in Name]: KeyOf<T, N> }, T[]>;
export function many<T extends object>(
  entity: EntityClass<T>,
  properties: string | readonly string[],
  options: ManyOptions<T> = {},
): Reading<never, T[]> {
  return byProperties(entity, properties, options, (rows) => rows);
}

function byProperties<T extends object, Value>(
  entity: EntityClass<T>,
  properties: string | readonly string[],
  options: ManyOptions<T>,
  toValue: (rows: T[]) => Value,
): Reading<never, Value> {
  const list = [properties].flat() as string[];
  const made = reading<Record<string, unknown>, KeyedRow, Value>(
    (names) => statementOf(names, entity, list, options),
    (keys) => (typeof properties === "string" ? [keys] : list.map((name) => keys.map((key) => key[name]))),
    (rows) => toValue(instancesOf(entity, rows)),
    options.audience,
  );
  return made as unknown as Reading<never, Value>;
}

function statementOf<T extends object>(
  names: TableNames,
  entity: EntityClass<T>,
  keys: readonly string[],
  { order = [], where }: ManyOptions<T>,
): string {
  const arrays = keys.map((key, index) => `$${index + 1}::${names.typeOf(entity, key)}[]`);
  const columns = keys.map((_, index) => `key${index + 1}`);
  const matches = keys.map((key, index) => `t.${names.column(entity, key)} = k.${columns[index]}`);
  const from =
    keys.length === 0
      ? `from ${names.table(entity)} t`
      : `from unnest(${arrays.join(", ")}) with ordinality k(${columns.join(", ")}, n) join ${names.table(entity)} t on ${matches.join(" and ")}`;
  const select = `select ${keys.length === 0 ? "1" : "k.n"} as n, ${names.columns(entity, "t")}\n${from}${where ? `\nwhere ${where}` : ""}`;
  const orderOf = (alias: string, nameOf: (property: string) => string) =>
    order.map((term) => `${alias}.${nameOf(term.replace(/^-/, ""))}${term.startsWith("-") ? " desc nulls last" : ""}`).join(", ");
  if (names.hasSource(entity)) return names.withSources(select, order.length > 0 ? orderOf("q", quote) : "q.n");
  return order.length > 0 ? `${select}\norder by ${orderOf("t", (property) => names.column(entity, property))}` : select;
}

/** Gives each row its source, which comes with the first of those that share it. */
function shareSources(rows: KeyedRow[]): void {
  const sources = new Map<number, Source>();
  for (const { sourceId, source } of rows) if (source) sources.set(sourceId!, Object.assign(new Source(), source));
  for (const row of rows) if (row.sourceId !== undefined) row.source = sources.get(row.sourceId!) ?? null;
}

export function instancesOf<T extends object>(entity: EntityClass<T>, rows: object[]): T[] {
  const columns = Object.keys(rows[0] ?? {}).filter((name) => !besideColumns.includes(name)) as (keyof T)[];
  return (rows as T[]).map((row) => {
    const instance = new (entity as new () => T)();
    for (const column of columns) instance[column] = row[column];
    return instance;
  });
}
