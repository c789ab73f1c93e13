import type { EntityClass } from "@mikro-orm/core";
import { type Audience, instancesOf, type KeyedRow, type Reading, reading } from "./reading.ts";
import type { TableNames } from "./table-names.ts";

interface QueryDefinition<Key, Row> {
  /** The properties of a key, with their types in PostgreSQL. */
  parameters: Record<keyof Key & string, string>;
  /** The statement: it begins at the keys, `from ${keys}`, whose columns are on the alias `k`, and gives `k.n` with each row. */
  text: (names: TableNames, keys: string) => string;
  /** By default open. */
  audience?: Audience;
  /** The class of its rows. */
  as?: EntityClass<Row>;
  /** Where its rows have a `sourceId`, to be given their source: their order, on the alias `q`. */
  withSources?: string;
}

/** The rows of each key by a statement of one's own. */
export function query<Key extends object, Row extends object>(definition: QueryDefinition<Key, Row>): Reading<Key, Row[]> {
  return define(definition, (rows) => rows);
}

/** The same where a key has one row at most: it, or null. */
export function queryOne<Key extends object, Row extends object>(definition: QueryDefinition<Key, Row>): Reading<Key, Row | null> {
  return define(definition, ([row]) => row ?? null);
}

function define<Key extends object, Row extends object, Value>(
  { parameters, text, audience, as, withSources }: QueryDefinition<Key, Row>,
  toValue: (rows: Row[]) => Value,
): Reading<Key, Value> {
  const columns = Object.entries(parameters) as [string, string][];
  const types = columns.map(([name, type]) => `"${name}" ${type}`).join(", ");
  const keys = `rows from (jsonb_to_recordset($1::jsonb) as (${types})) with ordinality k(${columns.map(([name]) => `"${name}"`).join(", ")}, n)`;
  const entity = as ?? (Object as unknown as EntityClass<Row>);
  return reading(
    (names) => (withSources ? names.withSources(text(names, keys), withSources) : text(names, keys)),
    (all) => [JSON.stringify(all)],
    (rows: (KeyedRow & Row)[]) => toValue(instancesOf(entity, rows)),
    audience,
  );
}
