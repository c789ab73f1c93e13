import { query } from "../../../foundation/graph/readings/query.ts";
import type { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import { counts } from "../../../foundation/numbers/newest.ts";
import { Observation, type ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryParent } from "../../../foundation/territories/territory-parent.ts";
import type { Addend, TerritorySum } from "../../../foundation/numbers/territory-sum.ts";
import { departmentOfCommuneIn } from "../../../foundation/territories/department-of-commune.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { isCollectivity } from "../perimeters/overseas-collectivity.ts";
import { PublishedTerritory } from "../perimeters/published-territory.entity.ts";
import { TerritoryProfile } from "../perimeters/territory-profile.entity.ts";
import { earlierNumber } from "../values/earlier-number.ts";
import { latestNumber } from "../values/latest-number.ts";
import type { ValueOrder } from "./value-order.ts";

export interface ListKey {
  indicator: string;
  isAdditive: boolean;
  level: TerritoryLevel;
  /** Of the territory in which they lie; null: everywhere. */
  withinLevel: TerritoryLevel | null;
  withinCode: string | null;
  years: readonly number[];
  /** Null: no change is looked at. */
  since: number | null;
  below: number | null;
  above: number | null;
  changeBelow: number | null;
  changeAbove: number | null;
  statuses: readonly ObservationStatus[] | null;
  populationAbove: number | null;
  populationAtMost: number | null;
  isRural: boolean | null;
  order: ValueOrder;
  includeDemonstration: boolean;
  /** Of the last value of the previous page: what it was ordered by, then its territory and year. */
  afterKey: number | null;
  afterCode: string | null;
  afterYear: number | null;
  first: number;
}

/** A territory of the list, or one beside it, that is a part of another of its level or the whole of others. */
export interface TiedTerritory extends Addend {
  code: string;
  /** What it is a part of; null: it is a whole. */
  whole: string | null;
  isListed: boolean;
}

interface Listed {
  code: string;
  year: number;
  /** What it is ordered by; null: nothing is known of that, or by its code alone. */
  key: number | null;
  total: number;
  transmitted: number;
  suppressed: number;
  notApplicable: number;
  median: number | null;
  /** What those that are tied to no other of their level add up to. */
  sum: TerritorySum;
  /** The others, in the first row; null: there is none. */
  tied: TiedTerritory[] | null;
}

/**
 * A page of the values of an indicator at a level, each with what all of them add up to. A territory for which numbers are published is there
 * without one too, and lies in others as it did in the year of the number; nulls come last, whatever the order.
 */
export const listedValues = query<ListKey, Listed>({
  parameters: {
    indicator: "text",
    isAdditive: "boolean",
    level: "text",
    withinLevel: "text",
    withinCode: "text",
    years: "int[]",
    since: "int",
    below: "double precision",
    above: "double precision",
    changeBelow: "double precision",
    changeAbove: "double precision",
    statuses: "text[]",
    populationAbove: "int",
    populationAtMost: "int",
    isRural: "boolean",
    order: "text",
    includeDemonstration: "boolean",
    afterKey: "double precision",
    afterCode: "text",
    afterYear: "int",
    first: "int",
  },
  text: (names, keys) => `select k.n, l.*
from ${keys}
cross join lateral (
  with recursive inside as (
    select k."withinLevel" as level, k."withinCode" as code, 0 as from_year, 9999 as until_year
    union
    ${step(names, { from: "parent_", to: "" })}
    where not (k.level = 'DEPARTMENT' and k."withinLevel" = 'REGION' and i.level = 'DEPARTMENT')), -- no commune is asked for
  reached as (
    select * from inside
    union
    ${step(names, { from: "", to: "parent_" })}),
  place as (
    select code, "isPublished" from (
      select code, kind, true as "isPublished" from ${names.table(PublishedTerritory)} where level = k.level
      union
      select distinct code, case when code like 'ZZ%' then 'DEMONSTRATION' else 'CURRENT' end, false from ${names.table(Observation)} o
        where o.measure = k.indicator and o.level = k.level and ${counts("o")}
          and not ${isCollectivity("o")}
          and not exists (select from ${names.table(PublishedTerritory)} p where p.level = o.level and p.code = o.code)) t
    where (t.kind = 'CURRENT' or t.kind = 'DEMONSTRATION' and k."includeDemonstration")
      and (k."isRural" is null or exists (
        select from ${names.table(TerritoryProfile)} f where f.level = k.level and f.code = t.code and f.is_rural = k."isRural"))
      and (coalesce(k."populationAbove", k."populationAtMost") is null or ${populationOf(names, "t.code")}
        between coalesce(k."populationAbove" + 1::bigint, 0) and coalesce(k."populationAtMost", 2147483647))),
  spot as (
    select p.*, y.year from place p cross join unnest(k.years) y(year) where k."withinCode" is null or k."withinLevel" = 'NATION'
    union
    select p.*, y.year from reached r join place p using (code) join unnest(k.years) y(year) on y.year between r.from_year and r.until_year
      where r.level = k.level and k."withinLevel" <> 'NATION'
    union
    -- a commune that is gone has the code of its department still
    select p.*, y.year from inside i join place p on i.code = ${departmentOfCommuneIn("p.code")} cross join unnest(k.years) y(year)
      where i.level = 'DEPARTMENT' and k.level = 'COMMUNE' and not p."isPublished" and k."withinLevel" <> 'NATION'),
  cell as materialized (
    select s.code, s.year, s."isPublished", o.value, o.numerator, o.denominator, o.missing_parts, coalesce(o.status, 'NOT_TRANSMITTED') as status, e.change
    from spot s
    left join lateral ${latestNumber(names, "o.value, o.numerator, o.denominator, o.missing_parts, o.status", keyed("s.code"))} o on true
    left join lateral (
      select case when comparability in ('COMPARABLE', 'SUM_OF_PARTS') then round((o.value - e.value)::numeric, 10)::double precision end as change
      from ${earlierNumber(names, { ...keyed("s.code"), since: "k.since", isAdditive: 'k."isAdditive"' })} e
      where k.since is not null and o.value is not null) e on true
    where s."isPublished" or o.status is not null),
  wanted as (
    select *, case when k."order" like 'VALUE%' then value when k."order" like 'CHANGE%' then change end as key
    from cell
    where (k.below is null or value < k.below) and (k.above is null or value > k.above)
      and (k."changeBelow" is null or change < k."changeBelow") and (k."changeAbove" is null or change > k."changeAbove")
      and (k.statuses is null or status = any (k.statuses))),
  tie as (
    select * from (${tiedLevels.map((level) => tiesOf(names, level)).join(" union all ")}) p
    where cardinality(k.years) = 1 and (p.part in (select code from wanted) or p.whole in (select code from wanted))),
  tied as (
    select t.code, tie.whole, w.code is not null as "isListed", o.*
    from (select part as code from tie union select whole from tie) t left join tie on tie.part = t.code left join wanted w on w.code = t.code
    left join lateral ${latestNumber(names, 'o.value, o.status, o.missing_parts as "missingParts", o.numerator, o.denominator', keyed("t.code", "k.years[1]"))} o on true),
  totals as (
    select count(*)::int as total, count(value)::int as transmitted, count(*) filter (where status = 'SUPPRESSED')::int as suppressed,
      count(*) filter (where status = 'NOT_APPLICABLE')::int as "notApplicable",
      percentile_cont(0.5) within group (order by value) as median
    from wanted),
  summed as (
    select json_build_object('value', coalesce(sum(value), 0), 'known', count(value), 'missing', coalesce(sum(coalesce(missing_parts, case when value is null then 1 end)) filter (where status <> 'NOT_APPLICABLE'), 0),
      'isBound', coalesce(bool_or(status = 'LOWER_BOUND'), false), 'isProvisional', coalesce(bool_or(status in ('PROVISIONAL', 'ESTIMATED')), false),
      'numerator', coalesce(sum(numerator) filter (where ${hasMargins}), 0), 'denominator', coalesce(sum(denominator) filter (where ${hasMargins}), 0),
      'withMargins', count(*) filter (where ${hasMargins})) as sum
    from wanted where code not in (select code from tied)
      -- what an EPCI that is gone counts, those in its place count too
      and not (k.level = 'EPCI' and not "isPublished" and exists (select from wanted w where w."isPublished" and w.value is not null))),
  page as (
    select code, year, key, ${rankBy("key")} as rank from wanted
    where k."afterCode" is null or (${rankBy("key")}, code, year) > (${rankBy('k."afterKey"')}, k."afterCode", k."afterYear")
    order by rank, code, year limit k.first)
  select t.*, s.sum, p.*, case when row_number() over (order by p.rank, p.code, p.year) = 1 then (select json_agg(tied) from tied) end as tied
  from totals t cross join summed s left join page p on true) l
order by k.n, l.rank, l.code, l.year`,
});

/** A number of the list's indicator and level, on the alias `k`. */
const keyed = (code: string, year = "s.year") => ({ measure: "k.indicator", level: "k.level", code, year });

/** Of which some territories are parts of others. */
const tiedLevels = [TerritoryLevel.DEPARTMENT, TerritoryLevel.COMMUNE];

/** SQL: those of the list's level, if it is this one. PostgreSQL knows how few they are where the level is written out. */
const tiesOf = (
  names: TableNames,
  level: TerritoryLevel,
) => `select p.code as part, p.parent_code as whole from ${names.table(TerritoryParent)} p
        where p.level = '${level}' and p.parent_level = '${level}' and p.until_year is null and k.level = '${level}'`;

/** SQL: whether a value has both margins. */
const hasMargins = "value is not null and numerator is not null and denominator is not null";

/** SQL: the smallest first, whatever the order; what has no number last. */
const rankBy = (key: string) =>
  `case when k."order" like '%ASC' then coalesce(${key}, 'infinity') when k."order" like '%DESC' then -coalesce(${key}, '-infinity') else 0 end`;

/** SQL: those that one step of the hierarchy leads to from what is inside, in the years in which it does. */
function step(names: TableNames, { from, to }: Record<"from" | "to", "" | "parent_">): string {
  return `select p.${to}level, p.${to}code, greatest(i.from_year, p.from_year), least(i.until_year, coalesce(p.until_year, 9999))
    from inside i join ${names.table(TerritoryParent)} p on p.${from}level = i.level and p.${from}code = i.code`;
}

/** SQL: the legal population of a territory of the list's level, its own or that of its parts. */
function populationOf(names: TableNames, code: string): string {
  const profiles = names.table(TerritoryProfile);
  return `coalesce(
        (select f.population from ${profiles} f where f.level = k.level and f.code = ${code}),
        (select sum(f.population) from ${names.table(TerritoryParent)} p join ${profiles} f on f.level = p.level and f.code = p.code
          where p.parent_level = k.level and p.parent_code = ${code} and p.until_year is null))`;
}
