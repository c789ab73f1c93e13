import type { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { PerimeterChange } from "../../../foundation/territories/perimeter-change.ts";
import { latestNumber, type NumberKey } from "./latest-number.ts";

/** SQL expressions: of which number, since which year it is looked at, and whether numbers of neighbours add up. */
interface Compared extends NumberKey {
  since: string;
  isAdditive: string;
}

/** The first year of whose perimeters the hub knows all changes; of the other levels it knows none. Departments and what is above do not change. */
const knownSince: Partial<Record<TerritoryLevel, number>> = {
  [TerritoryLevel.NATION]: 0,
  [TerritoryLevel.REGION]: 0,
  [TerritoryLevel.DEPARTMENT]: 0,
  [TerritoryLevel.COMMUNE]: 1943,
  [TerritoryLevel.EPCI]: 2021,
};

/**
 * SQL, in brackets, for `lateral`: the `value` that a number is compared with, in the perimeter of the number where it can be summed, and the
 * `comparability` of the two. What was joined may itself have joined others before. A number is of the geography in which its publisher says that it
 * was counted, or else of its own year's.
 */
export function earlierNumber(names: TableNames, { since, isAdditive, ...key }: Compared): string {
  const { level, code, year } = key;
  const changes = names.table(PerimeterChange);
  const perimeterIn = (of: string) =>
    `coalesce((select perimeter from ${latestNumber(names, "o.perimeter", { ...key, year: of })} o), ${of})`;
  const isBetween = (alias: string) =>
    `extract(year from ${alias}.on_day) > (select first from counted) and extract(year from ${alias}.on_day) <= (select last from counted)`;
  const first = Object.entries(knownSince).map(([name, from]) => `when '${name}' then ${from}`);
  return `(
  with recursive counted as materialized (
    select least(b, a) as first, greatest(b, a) as last from (select ${perimeterIn(since)} as b, ${perimeterIn(year)} as a) y),
  change as (
    select c.other, c.is_whole, c.on_day from ${changes} c where c.level = ${level} and c.code = ${code} and ${isBetween("c")}
    union
    select c.other, c.is_whole, c.on_day from change g join ${changes} c
      on c.level = ${level} and c.code = g.other and c.on_day <= g.on_day and ${isBetween("c")}),
  joined as (select other, bool_and(is_whole) as is_whole from change group by other),
  part as (
    select j.is_whole, o.value from joined j left join lateral ${latestNumber(names, "o.value", { ...key, code: "j.other", year: since })} o on true
    where ${isAdditive} and ${since} < ${year}),
  part_sum as (select count(*) > 0 and count(value) = count(*) and bool_and(is_whole) as is_known, sum(value) as value from part),
  own as (
    select (select value from ${latestNumber(names, "o.value", { ...key, year: since })} o) as value,
      exists (select from ${changes} c where c.level = ${level} and c.other = ${code} and c.is_whole and ${isBetween("c")}) as is_gone)
  select case when c.comparability = 'SUM_OF_PARTS' then own.value + part_sum.value else own.value end as value, c.comparability
  from own cross join part_sum cross join lateral (select case
    when coalesce((select first from counted) < case ${level} ${first.join(" ")} end, true) then 'NOT_COMPARABLE'
    when not own.is_gone and not exists (select from joined) then 'COMPARABLE'
    when not own.is_gone and part_sum.is_known and own.value is not null then 'SUM_OF_PARTS'
    else 'PERIMETER_CHANGED' end as comparability) c)`;
}
