import { query, queryOne } from "../../../foundation/graph/readings/query.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import type { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import type { Comparability } from "../../../foundation/numbers/comparability.ts";
import { countedAt, counts, newestFirst } from "../../../foundation/numbers/newest.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { parentsIn, TerritoryParent } from "../../../foundation/territories/territory-parent.ts";
import type { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { isCollectivity } from "../perimeters/overseas-collectivity.ts";
import { PublishedTerritory } from "../perimeters/published-territory.entity.ts";
import { earlierNumber } from "./earlier-number.ts";
import { latestNumber } from "./latest-number.ts";

/** The key of a number, on the alias `k`. */
const keyed = { measure: "k.measure", level: "k.level", code: "k.code", year: "k.year", asOf: 'k."asOf"' };

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
cross join lateral ${latestNumber(names, names.columns(Observation, "o"), keyed)} o`,
});

export const observations = one(Observation, "id");

type RevisedKey = Omit<ObservationKey, "asOf">;

const revisionsShown = 20;

/** All that was recorded of a key, the newest edition first. */
export const revisionsOf = query<RevisedKey, Observation>({
  parameters: { measure: "text", level: "text", code: "text", year: "int" },
  as: Observation,
  withSources: "q.n, q.place",
  text: (names, keys) => `select k.n, o.*
from ${keys}
cross join lateral (
  select ${names.columns(Observation, "o")}, row_number() over (order by ${newestFirst("o")}) as place from ${names.table(Observation)} o
  where o.measure = k.measure and o.level = k.level and o.code = k.code and o.year = k.year and ${counts("o")}
  order by place limit ${revisionsShown}) o`,
});

/** What counts, or counted then, of each indicator of a territory in a year. */
export const recordedIn = query<Omit<ObservationKey, "measure">, Observation>({
  parameters: { level: "text", code: "text", year: "int", asOf: "timestamptz" },
  as: Observation,
  withSources: "q.n, q.measure",
  text: (names, keys) => `select distinct on (k.n, o.measure) k.n, ${names.columns(Observation, "o")}
from ${keys} join ${names.table(Observation)} o on o.level = k.level and o.code = k.code and o.year = k.year and ${countedAt("o", keyed.asOf)}
order by k.n, o.measure, ${newestFirst("o")}`,
});

/** Of which indicators and years of a territory something counts, or counted then. */
export const recordedOf = query<Pick<ObservationKey, "level" | "code" | "asOf">, { measure: string; year: number }>({
  parameters: { level: "text", code: "text", asOf: "timestamptz" },
  text: (names, keys) => `select distinct k.n, o.measure, o.year
from ${keys} join ${names.table(Observation)} o on o.level = k.level and o.code = k.code and ${countedAt("o", keyed.asOf)}
order by k.n, o.measure, o.year`,
});

/** Whether the hub knows a territory: it is a part of another, has parts, or has numbers that are published. */
export const knownTerritory = queryOne<{ level: TerritoryLevel; code: string }, { code: string }>({
  parameters: { level: "text", code: "text" },
  text: (names, keys) => {
    const parents = names.table(TerritoryParent);
    return `select k.n, k.code
from ${keys}
where k.level = 'NATION' and k.code = 'FR'
  or k.level <> 'NATION' and (exists (select from ${parents} p where p.level = k.level and p.code = k.code)
    or exists (select from ${parents} p where p.parent_level = k.level and p.parent_code = k.code)
    or exists (select from ${names.table(Observation)} o where o.level = k.level and o.code = k.code))`;
  },
});

/** The region in which a territory, or all that made it up in a year, lay; null where that is several, or none. */
export const regionOf = queryOne<{ level: TerritoryLevel; code: string; year: number }, { code: string }>({
  parameters: { level: "text", code: "text", year: "int" },
  text: (names, keys) => `select k.n, r.code
from ${keys}
cross join lateral (
  with recursive up as (
    select k.level as level, k.code as code
    union select p.level, p.code from ${parentsIn(names, "k.year")} p
      where p.parent_level = k.level and p.parent_code = k.code and (k.level = 'EPCI' or k.level = 'DEPARTMENT' and p.level = 'DEPARTMENT')
    union select p.parent_level, p.parent_code from up u join ${parentsIn(names, "k.year")} p on p.level = u.level and p.code = u.code)
  select min(code) as code from up where level = 'REGION' and k.level not in ('REGION', 'NATION') having count(distinct code) = 1) r`,
});

/** What tells one ranking from another. */
const series = 'k.measure, k.level, k.year, k."asOf"';

interface Ranked {
  position: number;
  of: number;
}

/** SQL: the numbers of the real territories of a level that are there today, in a year: those for which numbers are published, and others that have one. */
const peersOf = (names: TableNames) => `select p.code, o.value from (
      select code from ${names.table(PublishedTerritory)} where level = k.level and kind = 'CURRENT'
      union
      select n.code from ${names.table(Observation)} n where n.measure = k.measure and n.level = k.level and n.year = k.year
        and n.code not like '${demonstrationPrefix}%' and not ${isCollectivity("n")}
        and not exists (select from ${names.table(PublishedTerritory)} q where q.level = n.level and q.code = n.code)
        and exists (select from ${names.table(TerritoryParent)} t where t.until_year is null
          and (t.level = n.level and t.code = n.code or t.parent_level = n.level and t.parent_code = n.code))) p
    cross join lateral ${latestNumber(names, "o.value", { ...keyed, code: "p.code" })} o
    where o.value is not null`;

/** Where a value stands among those of its level and year, the greatest first; null where it has none, or is fictitious. The peers of many are read once. */
export const ranks = queryOne<ObservationKey, Ranked>({
  parameters: { measure: "text", level: "text", code: "text", year: "int", asOf: "timestamptz" },
  text: (names, keys) => `with series as materialized (select distinct ${series} from ${keys}),
ranked as materialized (
  select ${series}, v.code, rank() over (partition by ${series} order by v.value desc)::int as position,
    count(*) over (partition by ${series})::int as of
  from series k cross join lateral (${peersOf(names)}) v)
select k.n, r.position, r.of
from ${keys} join ranked r on (r.measure, r.level, r.year, r.code) = (k.measure, k.level, k.year, k.code) and r."asOf" is not distinct from k."asOf"`,
});

/** What the real territories of a level have in their middle; null where none has a number. */
export const medians = queryOne<Omit<ObservationKey, "code">, { median: number | null; of: number }>({
  parameters: { measure: "text", level: "text", year: "int", asOf: "timestamptz" },
  text: (names, keys) => `select k.n, m.*
from ${keys}
cross join lateral (
  select percentile_cont(0.5) within group (order by value) as median, count(*)::int as of from (
    ${peersOf(names)}) v) m`,
});

interface EarlierKey extends ObservationKey {
  since: number;
  isAdditive: boolean;
}

interface EarlierNumber {
  value: number | null;
  comparability: Comparability;
}

/** What a number is compared with, and what it is worth. */
export const earlierNumbers = queryOne<EarlierKey, EarlierNumber>({
  parameters: { measure: "text", level: "text", code: "text", year: "int", asOf: "timestamptz", since: "int", isAdditive: "boolean" },
  text: (names, keys) => `select k.n, e.*
from ${keys}
cross join lateral ${earlierNumber(names, { ...keyed, since: "k.since", isAdditive: 'k."isAdditive"' })} e`,
});
