import { query, queryOne } from "../graph/readings/query.ts";
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

/** The latest recorded observation of each key; null where nothing was ever recorded. */
export const recordedObservations = queryOne<ObservationKey, Observation>({
  parameters: { measure: "text", level: "text", code: "text", year: "int", asOf: "timestamptz" },
  as: Observation,
  withSources: "q.n",
  text: (names, keys) => `select k.n, o.*
from ${keys}
cross join lateral (
  select ${names.columns(Observation, "o")} from ${names.table(Observation)} o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year
    and (k."asOf" is null or date_trunc('milliseconds', o.recorded_at) <= k."asOf")
  order by o.recorded_at desc, o.id desc limit 1) o`,
});

interface SeriesKey extends Omit<ObservationKey, "year" | "asOf"> {
  /** Null: every year. */
  year: number | null;
}

/** The latest recorded observations of each series, one a year, newest year first. */
export const recordedSeries = query<SeriesKey, Observation>({
  parameters: { measure: "text", level: "text", code: "text", year: "int" },
  as: Observation,
  withSources: "q.n, q.year desc",
  text: (names, keys) => `select k.n, o.*
from ${keys}
cross join lateral (
  select distinct on (o.year) ${names.columns(Observation, "o")} from ${names.table(Observation)} o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and (k.year is null or o.year = k.year)
  order by o.year desc, o.recorded_at desc, o.id desc) o`,
});
