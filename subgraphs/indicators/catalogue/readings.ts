import { query } from "../../../foundation/graph/readings/query.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { counts, newestFirst } from "../../../foundation/numbers/newest.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import type { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { isCollectivity } from "../perimeters/overseas-collectivity.ts";
import { PublishedTerritory } from "../perimeters/published-territory.entity.ts";
import { Indicator } from "./indicator.entity.ts";
import { OfficialLabel } from "./official-label.entity.ts";

/** The whole catalogue, two hundred rows. */
export const catalogue = many(Indicator, [], { order: ["position"] });
export const indicators = one(Indicator, "code");
export const officialLabels = one(OfficialLabel, "code");

interface Available {
  level: TerritoryLevel;
  year: number;
  transmitted: number;
  of: number;
}

/**
 * For which levels and years there are numbers of an indicator, fictitious territories and collectivities left out. Both counts are of the territories
 * that the list of its values has: those for which numbers are published today, and others (smaller, or gone since) of which there is a row that year.
 */
export const availabilityOf = query<{ indicator: string }, Available>({
  parameters: { indicator: "text" },
  text: (names, keys) => `select k.n, a.level, a.year, a.transmitted,
  a.others + (select count(*)::int from ${names.table(PublishedTerritory)} p where p.level = a.level and p.kind = 'CURRENT') as of
from ${keys}
cross join lateral (
  select o.level, o.year, count(*) filter (where o.value is not null)::int as transmitted,
    count(*) filter (where not o."isPublished")::int as others from (
    select distinct on (t.level, t.code, t.year) t.level, t.code, t.year, t.value, p.code is not null as "isPublished"
    from ${names.table(Observation)} t left join ${names.table(PublishedTerritory)} p on p.level = t.level and p.code = t.code
    where t.measure = k.indicator and ${counts("t")} and not ${isCollectivity("t")} and t.code not like 'ZZ%' and coalesce(p.kind, 'CURRENT') = 'CURRENT'
    order by t.level, t.code, t.year, ${newestFirst("t")}) o
  group by o.level, o.year) a
where a.transmitted > 0
order by k.n, a.level, a.year`,
});
