import type { EntityManager } from "@mikro-orm/postgresql";
import type { Context } from "../graph/context.ts";
import { Source } from "../graph/source.ts";
import { sql, tableOf } from "../postgres/sql.ts";
import { Observation } from "./observation.ts";
import type { TerritoryLevel } from "./territory-level.ts";

export interface ObservationKey {
  measure: string;
  level: TerritoryLevel;
  code: string;
  year: number;
  /** ISO date-time: what was known then; null: what is known now. */
  asOf: string | null;
}

/**
 * Latest recorded observation of each key, one statement for any number of keys.
 * @returns for each key its observation, or null where nothing was ever recorded.
 */
export async function recordedObservations(keys: readonly ObservationKey[], { em }: Context): Promise<(Observation | null)[]> {
  const found = await observations(
    em,
    `select k.n, o.* from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::timestamptz[])
       with ordinality k(measure, level, code, year, as_of, n)
     cross join lateral (
       select * from ${tableOf(em, Observation)} o
       where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
         and (k.as_of is null or date_trunc('milliseconds', o.recorded_at) <= k.as_of)
       order by o.recorded_at desc, o.id desc limit 1) o`,
    [
      keys.map((key) => key.measure),
      keys.map((key) => key.level),
      keys.map((key) => key.code),
      keys.map((key) => key.year),
      keys.map((key) => key.asOf),
    ],
  );
  return keys.map((_, index) => found.get(index)?.[0] ?? null);
}

export interface SeriesKey extends Omit<ObservationKey, "year" | "asOf"> {
  /** Null: every year. */
  year: number | null;
}

/**
 * Latest recorded observations of each series, one statement for any number of keys.
 * @returns for each key one observation a year, newest year first.
 */
export async function recordedSeries(keys: readonly SeriesKey[], { em }: Context): Promise<Observation[][]> {
  const found = await observations(
    em,
    `select k.n, o.* from unnest($1::text[], $2::text[], $3::text[], $4::int[]) with ordinality k(measure, level, code, year, n)
     cross join lateral (
       select distinct on (o.year) o.* from ${tableOf(em, Observation)} o
       where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
       order by o.year desc, o.recorded_at desc, o.id desc) o`,
    [keys.map((key) => key.measure), keys.map((key) => key.level), keys.map((key) => key.code), keys.map((key) => key.year)],
  );
  return keys.map((_, index) => found.get(index) ?? []);
}

interface FoundRow {
  n: string;
  sourceId: number;
  recordedAt: string;
  /** Only on the first row of each source: thousands of rows share a few. */
  source: Source | null;
}

/**
 * Runs a statement that gives rows of the observation table with `n`, the position of the key they answer.
 * @returns the observations with their sources, by the index of their key, newest year first.
 */
async function observations(em: EntityManager, statement: string, parameters: unknown[]): Promise<Map<number, Observation[]>> {
  const rows = await sql<FoundRow>(
    em,
    `select o.n, o.id, o.measure, o.level, o.code, o.year, o.value, o.status, o.confidentiality, o.unit, o.numerator, o.denominator, o.printed,
       o.masked_cells as "maskedCells", o.notes, o.computed_by as "computedBy", o.secrecy_rule as "secrecyRule", o.recorded_at as "recordedAt", o.source_id as "sourceId",
       case when row_number() over (partition by o.source_id) = 1 then json_build_object(
         'id', s.id, 'publisher', s.publisher, 'dataset', s.dataset, 'vintage', s.vintage, 'licence', s.licence,
         'receivedOn', s.received_on, 'demonstration', s.demonstration) end as source
     from (${statement}) o left join ${tableOf(em, Source)} s on s.id = o.source_id
     order by o.n, o.year desc`,
    parameters,
  );
  const sources = new Map(rows.flatMap(({ source }) => (source ? [[source.id, Object.assign(new Source(), source)] as const] : [])));
  const found = new Map<number, Observation[]>();
  for (const { n, sourceId, recordedAt, ...row } of rows) {
    const index = Number(n) - 1;
    const list = found.get(index) ?? [];
    if (list.length === 0) found.set(index, list);
    list.push(Object.assign(new Observation(), row, { recordedAt: new Date(recordedAt), source: sources.get(sourceId) ?? null }));
  }
  return found;
}

/** @returns the sources with these ids, by id. */
export async function sourcesById(em: EntityManager, ids: Iterable<number>): Promise<Map<number, Source>> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return new Map();
  return new Map((await em.find(Source, { id: { $in: distinct } })).map((source) => [source.id, source]));
}
