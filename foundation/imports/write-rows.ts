import type { EntityManager, EntityMetadata } from "@mikro-orm/postgresql";
import { today } from "../day.ts";
import { Source } from "../graph/source.ts";
import { quote } from "../postgres/identifiers.ts";
import { sql, tableOf } from "../tables/sql.ts";
import type { Append, SourceReference, Write } from "./dataset.ts";

/** The properties that tell a row from the others of its table. */
export function keyProperties(em: EntityManager, entity: Write["entity"], append: Append | undefined): readonly string[] {
  return append?.key ?? em.getMetadata().get(entity as never).primaryKeys;
}

/** Writes the rows that differ from what the database holds. @returns the lines they came from, with the id of those that were added. */
export async function writeRows(
  em: EntityManager,
  entity: Write["entity"],
  writes: Write[],
  hash: string,
): Promise<{ line: number; appended: string | null }[]> {
  const meta = em.getMetadata().get(entity as never) as EntityMetadata;
  const table = tableOf(em, entity as never);
  const { append } = writes[0]!;
  const column = (property: string) => quote(meta.properties[property]!.fieldNames[0]!);
  const properties = [...new Set(writes.flatMap(({ values }) => Object.keys(values)))];
  const keys = keyProperties(em, entity, append).map(column);
  const compared = properties.filter((name) => name !== "source").map(column);
  const match = keys.map((key) => `t.${key} = i.${key}`).join(" and ");
  const known = append?.last(em, match) ?? `select t.*, true as found from ${table} t where ${match} limit 1`;
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
  const insert = `insert into ${table} (${columns.join(", ")}) select ${columns.join(", ")} from jsonb_populate_recordset(null::${table}, $1::jsonb)`;
  const [added] = await sql<{ id: string }>(
    em,
    append ? `with added as (${insert} returning id) select min(id) as id from added` : `${insert} ${onConflict(keys, columns)}`,
    [JSON.stringify(positions.map((n) => rows[n]))],
  );
  return positions.map((n) => ({ line: writes[n]!.line, appended: added?.id ?? null }));
}

function onConflict(keys: string[], columns: string[]): string {
  const others = columns.filter((name) => !keys.includes(name));
  const change = others.length > 0 ? `update set ${others.map((name) => `${name} = excluded.${name}`).join(", ")}` : "nothing";
  return `on conflict (${keys.join(", ")}) do ${change}`;
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
