import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "./context.ts";
import { Observation } from "./observation.ts";
import { Source } from "./source.ts";
import { sql, tableOf } from "./sql.ts";
import type { TerritoryLevel } from "./territory-level.ts";

type KeyedRow = { n: string; source_id: number } & Record<string, unknown>;

export interface ObservationKey {
  measure: string;
  level: TerritoryLevel;
  code: string;
  year: number;
  /** ISO date-time: what was known then; null: what is known now. */
  asOf: string | null;
}

/**
 * Latest recorded observation of each key, two statements for any number of keys.
 * @returns for each key its observation, or null where nothing was ever recorded.
 */
export async function recordedObservations(keys: readonly ObservationKey[], { em }: Context): Promise<(Observation | null)[]> {
  const columns = [
    keys.map((key) => key.measure),
    keys.map((key) => key.level),
    keys.map((key) => key.code),
    keys.map((key) => key.year),
    keys.map((key) => key.asOf),
  ];
  const rows = await sql<KeyedRow>(
    em,
    `select k.n, o.* from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[])
       with ordinality k(measure, level, code, year, as_of, n)
     cross join lateral (
       select * from ${tableOf(em, Observation)} o
       where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
         and (k.as_of is null or o.recorded_at <= k.as_of)
       order by o.recorded_at desc, o.id desc limit 1) o`,
    columns,
  );
  const found = await hydrated(rows, em);
  return keys.map((_, index) => found.get(index)?.[0] ?? null);
}

export interface SeriesKey extends Omit<ObservationKey, "year" | "asOf"> {
  /** Null: every year. */
  year: number | null;
}

/**
 * Latest recorded observations of each series, two statements for any number of keys.
 * @returns for each key one observation a year, newest year first.
 */
export async function recordedSeries(keys: readonly SeriesKey[], { em }: Context): Promise<Observation[][]> {
  const rows = await sql<KeyedRow>(
    em,
    `select k.n, o.* from unnest($1::text[], $2::text[], $3::text[], $4::int[]) with ordinality k(measure, level, code, year, n)
     cross join lateral (
       select distinct on (o.year) o.* from ${tableOf(em, Observation)} o
       where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
       order by o.year desc, o.recorded_at desc, o.id desc) o
     order by k.n, o.year desc`,
    [keys.map((key) => key.measure), keys.map((key) => key.level), keys.map((key) => key.code), keys.map((key) => key.year)],
  );
  const found = await hydrated(rows, em);
  return keys.map((_, index) => found.get(index) ?? []);
}

/** The observations of rows with their sources, by the index of the key they answer. */
async function hydrated(rows: KeyedRow[], em: EntityManager): Promise<Map<number, Observation[]>> {
  const sources = await sourcesById(
    em,
    rows.map((row) => row.source_id),
  );
  const found = new Map<number, Observation[]>();
  for (const { n, ...row } of rows) {
    const observation = em.map(Observation, row as never);
    observation.source = sources.get(row.source_id) ?? null;
    const index = Number(n) - 1;
    found.set(index, [...(found.get(index) ?? []), observation]);
  }
  return found;
}

/** @returns the sources with these ids, by id. */
export async function sourcesById(em: EntityManager, ids: Iterable<number>): Promise<Map<number, Source>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  return new Map((await em.find(Source, { id: { $in: distinct } })).map((source) => [source.id, source]));
}
