import type { Context } from "./context.ts";
import { Observation, type ObservationKey, sourcesById } from "./observation.ts";
import { sql, tableOf } from "./sql.ts";

export interface SeriesKey extends Omit<ObservationKey, "year" | "asOf"> {
  /** Null: every year. */
  year: number | null;
}

/**
 * Latest recorded observations of each series, two statements for any number of keys.
 * @returns for each key one observation a year, newest year first.
 */
export async function recordedSeries(keys: readonly SeriesKey[], { em }: Context): Promise<Observation[][]> {
  const rows = await sql<{ n: string; source_id: number } & Record<string, unknown>>(
    em,
    `select k.n, o.* from unnest($1::text[], $2::text[], $3::text[], $4::int[]) with ordinality k(measure, level, code, year, n)
     cross join lateral (
       select distinct on (o.year) o.* from ${tableOf(em, Observation)} o
       where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
       order by o.year desc, o.recorded_at desc, o.id desc) o
     order by k.n, o.year desc`,
    [keys.map((key) => key.measure), keys.map((key) => key.level), keys.map((key) => key.code), keys.map((key) => key.year)],
  );
  const sources = await sourcesById(em, rows.map((row) => row.source_id));
  const series: Observation[][] = keys.map(() => []);
  for (const { n, ...row } of rows) {
    const observation = em.map(Observation, row as never);
    observation.source = sources.get(row.source_id) ?? null;
    series[Number(n) - 1]!.push(observation);
  }
  return series;
}
