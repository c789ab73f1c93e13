import type { Context } from "./context.ts";
import { Observation, type ObservationKey, qualifiedTable, sourcesById } from "./observation.ts";

export interface SeriesKey extends Omit<ObservationKey, "year" | "asOf"> {
  /** Null: every year. */
  year: number | null;
}

/**
 * Latest recorded observations of each series, two statements for any number of keys.
 * @returns for each key one observation a year, newest year first.
 */
export async function recordedSeries(keys: readonly SeriesKey[], { em }: Context): Promise<Observation[][]> {
  const rows = await em.execute<({ n: string; source_id: number } & Record<string, unknown>)[]>(
    `select k.n, o.* from unnest(?::text[], ?::text[], ?::text[], ?::int[]) with ordinality k(measure, level, code, year, n)
     cross join lateral (
       select distinct on (o.year) o.* from ${qualifiedTable(em, Observation)} o
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
