import { query } from "../../../foundation/graph/readings/query.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import type { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import { TerritoryPopulation } from "../populations/territory-population.entity.ts";
import { Territory, type TerritoryKind } from "./territory.entity.ts";
import { TerritoryDensity } from "./territory-density.entity.ts";
import { TerritoryPart } from "./territory-part.entity.ts";
import { TerritoryPeriod } from "./territory-period.entity.ts";
import { TerritorySuccession } from "./territory-succession.entity.ts";

export const territories = one(Territory, "id");
export const periods = one(TerritoryPeriod, "territory");
export const densities = one(TerritoryDensity, "territory");

const neighbours = (from: "predecessor" | "successor", to: "predecessor" | "successor") =>
  query<{ territory: string }, Territory>({
    parameters: { territory: "text" },
    as: Territory,
    withSources: "q.n, q.code",
    text: (names, keys) => `select distinct k.n, ${names.columns(Territory, "t")}
from ${keys} join ${names.table(TerritorySuccession)} s on s.${from} = k.territory join ${names.table(Territory)} t on t.id = s.${to}`,
  });

export const predecessorsOf = neighbours("successor", "predecessor");
export const successorsOf = neighbours("predecessor", "successor");

/** What a territory has become, after all that happened to it. */
export const presentOf = query<{ territory: string }, Territory>({
  parameters: { territory: "text" },
  as: Territory,
  withSources: "q.n, q.code",
  text: (names, keys) => `select k.n, ${names.columns(Territory, "t")}
from ${keys}
cross join lateral (
  with recursive later as (
    select k.territory as id
    union
    select s.successor from later l join ${names.table(Territory)} f on f.id = l.id and f.kind = 'FORMER'
    join ${names.table(TerritorySuccession)} s on s.predecessor = l.id)
  select id from later) l
join ${names.table(Territory)} t on t.id = l.id and t.kind <> 'FORMER'`,
});

/** The year whose parts a territory has: the last one of a former one. */
const yearOf = (names: TableNames, id: string) =>
  `coalesce((select extract(year from o.valid_to) from ${names.table(TerritoryPeriod)} o where o.territory = ${id}), extract(year from now()))::int`;

const held = (part: string, year: string) =>
  `${part}.from_year <= ${year} and (${part}.until_year is null or ${part}.until_year >= ${year})`;

/** Of what lies across others nothing else is a part: nobody comes to a department through a basin that is in two. */
const isNested = (id: string, start: string) => `(${id} = ${start} or ${id} ~ '^(NATION|REGION|DEPARTMENT|COMMUNE):')`;

/** Levels from the smallest; those above are wholes. */
const ladder = "array['SECTOR', 'PRIORITY_DISTRICT', 'COMMUNE', 'EPT', 'EPCI', 'EMPLOYMENT_BASIN', 'DEPARTMENT', 'REGION', 'NATION']";
const rankOf = (level: string) => `array_position(${ladder}, ${level})`;

/** The territories that a territory is in, or overlaps: nearest level first. */
export const parentsOf = query<{ territory: string; level: string | null }, Territory>({
  parameters: { territory: "text", level: "text" },
  as: Territory,
  withSources: `q.n, ${rankOf("q.level")}, q.code`,
  text: (names, keys) => `select k.n, ${names.columns(Territory, "t")}
from ${keys}
cross join lateral (select ${yearOf(names, "k.territory")} as year, split_part(k.territory, ':', 1) as level) y
cross join lateral (
  with recursive up as (
    select k.territory as id
    union select p.part from ${names.table(TerritoryPart)} p
      where p.whole = k.territory and (y.level in ('EPT', 'EPCI', 'EMPLOYMENT_BASIN', 'PRIORITY_DISTRICT', 'SECTOR') or exists (
        select from ${names.table(Territory)} s where s.id = k.territory and s.kind = 'STATISTICAL')) and ${held("p", "y.year")}
    union
    select p.whole from up u join ${names.table(TerritoryPart)} p on p.part = u.id and ${held("p", "y.year")}
    where ${isNested("u.id", "k.territory")})
  select id from up) u
join ${names.table(Territory)} t on t.id = u.id
where t.id <> k.territory and not exists (select from ${names.table(TerritoryPart)} p where p.whole = k.territory and p.part = t.id) and ${rankOf("t.level")} >= ${rankOf("y.level")} and (k.level is null or t.level = k.level)
  and (t.kind <> 'STATISTICAL' or y.level = 'DEPARTMENT')`,
});

export interface ListKey {
  level: string;
  /** Null: everywhere. */
  within: string | null;
  /** As `searchedNames` writes it: beginnings of a word of the name, one of which it has; null: any. */
  names: string[] | null;
  /** Null: those of today; within a fictitious territory, the fictitious ones. */
  kinds: TerritoryKind[] | null;
  populationAbove: number | null;
  populationAtMost: number | null;
  isRural: boolean | null;
  /** Code of the last territory of the previous page. */
  after: string | null;
  first: number;
}

/** A page of the territories of a level, by code, each with the number of all. Districts of a commune are in its own list only. */
export const listed = query<ListKey, Territory & { total: number }>({
  parameters: {
    level: "text",
    within: "text",
    names: "text[]",
    kinds: "text[]",
    populationAbove: "int",
    populationAtMost: "int",
    isRural: "boolean",
    after: "text",
    first: "int",
  },
  as: Territory as never,
  withSources: "q.n, q.code",
  text: (names, keys) => {
    // One lookup for each part, or PostgreSQL would read all populations for each territory.
    const sizeOf = (id: string) => `(select coalesce(
        (select p.total from ${names.table(TerritoryPopulation)} p where p.territory = ${id} and p.in_force_from = v.day),
        (select sum(p.total) from ${names.table(TerritoryPart)} c
          cross join lateral (select total from ${names.table(TerritoryPopulation)} p where p.territory = c.part and p.in_force_from = v.day limit 1) p
          where c.whole = ${id} and c.until_year is null)))`;
    const isWanted = `t.level = k.level and t.id is distinct from k.within
      and t.kind = any (coalesce(k.kinds, case when split_part(k.within, ':', 2) like 'ZZ%' then array['DEMONSTRATION'] else array['CURRENT'] end))
      and (not t.is_district or k.within like 'COMMUNE:%')
      and (k.names is null or exists (select from unnest(k.names) name where position(name in t.searched_name) > 0))
      and (k."isRural" is null or exists (
        select from ${names.table(TerritoryDensity)} d where d.territory = t.id and d.is_rural = k."isRural"))
      and (coalesce(k."populationAbove", k."populationAtMost") is null or ${sizeOf("t.id")}
        between coalesce(k."populationAbove" + 1::bigint, 0) and coalesce(k."populationAtMost", 2147483647))`;
    // What is gone was a part in its own years.
    const isEverywhere = "(k.within is null or k.within like 'NATION:%')"; // all that is no collectivity and no fiction is in France
    const known = (id: string) => `(${held("p", "y.year")} or 'FORMER' = any (k.kinds) and exists (
      select from ${names.table(Territory)} f where f.id = ${id} and f.kind = 'FORMER'))`;
    return `select k.n, o.*
from ${keys}
cross join (select max(in_force_from) as day from ${names.table(TerritoryPopulation)} where in_force_from <= now()::date) v
cross join lateral (
  with recursive y as (select ${yearOf(names, "k.within")} as year),
  down as (
    select k.within as id
    union
    select p.part from down u cross join y join ${names.table(TerritoryPart)} p on p.whole = u.id and ${known("p.part")}
    where ${isNested("u.id", "k.within")}),
  inside as (
    select id from down
    union
    select p.whole from down u cross join y cross join lateral (
      select whole from ${names.table(TerritoryPart)} p where p.part = u.id and ${known("p.whole")} offset 0) p
    where k.level <> 'COMMUNE'),
  found as materialized (
    select t.id, t.code from ${names.table(Territory)} t where ${isEverywhere} and ${isWanted} and (k.within is null or t.kind in ('CURRENT', 'FORMER'))
    union all
    select t.id, t.code from inside i join ${names.table(Territory)} t using (id) where not ${isEverywhere} and ${isWanted})
  select c.total, r.* from (select count(*)::int as total from found) c
  left join lateral (
    select ${names.columns(Territory, "t")} from found f join ${names.table(Territory)} t on t.id = f.id
    where k.after is null or f.code > k.after order by f.code limit k.first) r on true) o`;
  },
});
