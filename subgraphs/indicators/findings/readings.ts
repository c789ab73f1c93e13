import { query } from "../../../foundation/graph/readings/query.ts";
import { counts, newestFirst } from "../../../foundation/numbers/newest.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import type { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";

interface YearKey {
  level: TerritoryLevel;
  code: string;
  year: number;
}

/** What each publisher says of each indicator of a territory in a year, that which counts first. */
export const toldOf = query<YearKey, Observation>({
  parameters: { level: "text", code: "text", year: "int" },
  as: Observation,
  withSources: "q.n, q.measure, q.place",
  text: (names, keys) => `select distinct on (k.n, o.measure, s.publisher) k.n, ${names.columns(Observation, "o")},
  row_number() over (partition by k.n, o.measure order by ${newestFirst("o")}) as place
from ${keys} join ${names.table(Observation)} o on o.level = k.level and o.code = k.code and o.year = k.year and ${counts("o")}
join ${names.sourcesOf(Observation)} s on s.id = o.source_id
order by k.n, o.measure, s.publisher, ${newestFirst("o")}`,
});
