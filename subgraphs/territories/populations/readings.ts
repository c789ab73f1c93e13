import { queryOne } from "../../../foundation/graph/readings/query.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { TerritoryPart } from "../territory/territory-part.entity.ts";
import { TerritoryPopulation } from "./territory-population.entity.ts";

interface PopulationKey {
  /** Its id. */
  territory: string;
  /** The day on which they count. */
  onDay: string;
}

export interface Populations {
  municipal: number | null;
  total: number | null;
  /** How many parts were added up; null: the publisher's own numbers. */
  parts: number | null;
  /** Parts without a number. */
  municipalMissing: number;
  totalMissing: number;
  /** Undefined where there is no number. */
  source: Source | undefined;
}

/** A part of which a territory is made; what is no partition of it, as a basin, is left out. */
const isCounted = "p.until_year is null and p.part ~ '^(REGION|DEPARTMENT|COMMUNE):'";

/**
 * The reference populations of a territory on a day, all of the last vintage that was in force: its own, or the sum of those of its parts, down
 * to where they have their own.
 */
export const populations = queryOne<PopulationKey, Populations>({
  parameters: { territory: "text", onDay: "date" },
  withSources: "q.n",
  // `offset 0`: whether it has parts is looked up for each, or PostgreSQL would hash the parts of all territories.
  text: (names, keys) => `select k.n, s.*
from ${keys}
join lateral (select max(in_force_from) as day from ${names.table(TerritoryPopulation)} where in_force_from <= k."onDay") v on v.day is not null
cross join lateral (
  with recursive down as (
    select k.territory as id
    union
    select p.part from down d join ${names.table(TerritoryPart)} p on p.whole = d.id and ${isCounted}
    where not exists (select from ${names.table(TerritoryPopulation)} o where o.territory = d.id and o.in_force_from = v.day)),
  leaf as (
    select d.id, o.* from down d
    left join lateral (
      select territory, municipal, total, source_id from ${names.table(TerritoryPopulation)}
      where territory = d.id and in_force_from = v.day limit 1) o on true
    where o.territory is not null or not exists (select from ${names.table(TerritoryPart)} p where p.whole = d.id and ${isCounted} offset 0))
  select sum(municipal)::int as municipal, sum(total)::int as total, max(source_id) as "sourceId",
    case when bool_or(id = k.territory) then null else count(total)::int end as parts,
    count(*) filter (where municipal is null)::int as "municipalMissing", count(*) filter (where total is null)::int as "totalMissing"
  from leaf) s`,
});
