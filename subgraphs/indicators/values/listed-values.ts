import { query } from "../../../foundation/graph/readings/query.ts";
import { counts, newestFirst } from "../../../foundation/numbers/newest.ts";
import { Observation, type ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryParent } from "../../../foundation/numbers/secrecy/territory-parent.ts";
import type { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { PublishedTerritory } from "./published-territory.entity.ts";

export interface ListKey {
  indicator: string;
  level: TerritoryLevel;
  /** Of the territory in which they lie; null: everywhere. */
  withinLevel: TerritoryLevel | null;
  withinCode: string | null;
  years: readonly number[];
  below: number | null;
  above: number | null;
  statuses: readonly ObservationStatus[] | null;
  order: "TERRITORY" | "VALUE_ASC" | "VALUE_DESC";
  includeDemonstration: boolean;
  /** Of the last value of the previous page. */
  afterValue: number | null;
  afterCode: string | null;
  afterYear: number | null;
  first: number;
}

interface Listed {
  code: string;
  year: number;
  value: number | null;
  total: number;
  transmitted: number;
  suppressed: number;
  sum: number | null;
  numerators: number | null;
  denominators: number | null;
  /** How many of those transmitted have both margins. */
  withMargins: number;
  median: number | null;
  /** Whether one of them is a lower bound, or may be revised. */
  isBound: boolean | null;
  isProvisional: boolean | null;
}

/**
 * A page of the values of an indicator at a level, each with what all of them add up to. A territory for which numbers are published is there
 * without one too; nulls come last, whatever the order.
 */
export const listedValues = query<ListKey, Listed>({
  parameters: {
    indicator: "text",
    level: "text",
    withinLevel: "text",
    withinCode: "text",
    years: "int[]",
    below: "double precision",
    above: "double precision",
    statuses: "text[]",
    order: "text",
    includeDemonstration: "boolean",
    afterValue: "double precision",
    afterCode: "text",
    afterYear: "int",
    first: "int",
  },
  text: (names, keys) => {
    const parents = names.table(TerritoryParent);
    return `select k.n, l.*
from ${keys}
cross join lateral (
  with recursive inside as (
    select k."withinLevel" as level, k."withinCode" as code
    union select p.level, p.code from inside i join ${parents} p on p.parent_level = i.level and p.parent_code = i.code),
  place as (
    select code, "isPublished" from (
      select code, kind, true as "isPublished" from ${names.table(PublishedTerritory)} where level = k.level
      union
      select distinct code, case when code like 'ZZ%' then 'DEMONSTRATION' else 'CURRENT' end, false from ${names.table(Observation)} o
        where o.measure = k.indicator and o.level = k.level
          and not exists (select from ${names.table(PublishedTerritory)} p where p.level = o.level and p.code = o.code)) t
    where (t.kind = 'CURRENT' or t.kind = 'DEMONSTRATION' and k."includeDemonstration")
      and (k."withinCode" is null or k."withinLevel" = 'NATION' or (k.level, t.code) in (
        select level, code from inside
        union select p.parent_level, p.parent_code from inside i join ${parents} p on p.level = i.level and p.code = i.code)
        -- a commune that is gone has the code of its department still
        or not t."isPublished" and k.level = 'COMMUNE' and k."withinLevel" = 'DEPARTMENT' and t.code like k."withinCode" || '%')),
  cell as materialized (
    select p.code, y.year, o.value, o.numerator, o.denominator, coalesce(o.status, 'NOT_TRANSMITTED') as status
    from place p cross join unnest(k.years) y(year)
    left join lateral (
      select value, numerator, denominator, status from ${names.table(Observation)} o
      where o.measure = k.indicator and o.level = k.level and o.code = p.code and o.year = y.year and ${counts("o")}
      order by ${newestFirst("o")} limit 1) o on true
    where p."isPublished" or o.status is not null),
  wanted as (
    select *, case k."order" when 'VALUE_ASC' then coalesce(value, 'infinity') when 'VALUE_DESC' then -coalesce(value, '-infinity') else 0 end as rank
    from cell
    where (k.below is null or value < k.below) and (k.above is null or value > k.above) and (k.statuses is null or status = any (k.statuses))),
  totals as (
    select count(*)::int as total, count(value)::int as transmitted, count(*) filter (where status = 'SUPPRESSED')::int as suppressed,
      sum(value) as sum, sum(numerator) filter (where value is not null) as numerators,
      sum(denominator) filter (where value is not null) as denominators,
      count(*) filter (where value is not null and numerator is not null and denominator is not null)::int as "withMargins",
      percentile_cont(0.5) within group (order by value) as median, bool_or(status = 'LOWER_BOUND') as "isBound",
      bool_or(status in ('PROVISIONAL', 'ESTIMATED')) as "isProvisional"
    from wanted),
  page as (
    select code, year, value, rank from wanted
    where k."afterCode" is null or (rank, code, year) > (
      case k."order" when 'VALUE_ASC' then coalesce(k."afterValue", 'infinity') when 'VALUE_DESC' then -coalesce(k."afterValue", '-infinity') else 0 end,
      k."afterCode", k."afterYear")
    order by rank, code, year limit k.first)
  select t.*, p.* from totals t left join page p on true) l
order by k.n, l.rank, l.code, l.year`;
  },
});
