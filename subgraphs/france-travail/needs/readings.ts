import { query, queryOne } from "../../../foundation/graph/readings/query.ts";
import type { TableNames } from "../../../foundation/graph/readings/table-names.ts";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { type NeedKey, RecruitmentNeed } from "./recruitment-need.ts";
import { codeAt, difficultShare, sums } from "./sums-of-lines.ts";
import { SurveyLine } from "./survey-line.entity.ts";

const parameters = { level: "text", code: "text", year: "int", occupation: "text" };

/** The lines of a key. */
const lines = (names: TableNames) =>
  `from ${names.table(SurveyLine)} r where r.year = k.year and r.occupation_fap = k.occupation and ${codeAt("k.level")} = k.code`;

/** What the lines of a territory add up to; null where it has none. */
export const needs = queryOne<NeedKey, RecruitmentNeed>({
  parameters,
  as: RecruitmentNeed,
  withSources: "q.n",
  text: (names, keys) => `select k.*, s.*
from ${keys}
cross join lateral (select ${sums} ${lines(names)}) s
where s.lines > 0`,
});

/**
 * What it is made of: France of its regions, a region of its departments, these and basins of the parts of basins in a department. The survey puts a
 * basin in one region that lies in a department of another: of that department, a region has a part.
 */
export const partsOfNeeds = query<NeedKey & Pick<RecruitmentNeed, "withinRegion">, RecruitmentNeed>({
  parameters: { ...parameters, withinRegion: "text" },
  as: RecruitmentNeed,
  withSources: 'q.n, q.code, q."withinDepartment"',
  text: (names, keys) => `select k.n, k.year, k.occupation, p.*
from ${keys}
cross join lateral (
  select case k.level when 'NATION' then 'REGION' when 'REGION' then 'DEPARTMENT' else 'EMPLOYMENT_BASIN' end as level,
    case k.level when 'NATION' then r.region when 'REGION' then r.department else r.employment_basin end as code,
    case when k.level in ('DEPARTMENT', 'EMPLOYMENT_BASIN') then r.department end as "withinDepartment", r.within_region as "withinRegion", ${sums}
  from (
    select r.*, case when k.level = 'REGION' and exists (
        select from ${names.table(SurveyLine)} e where e.year = k.year and e.department = r.department and e.region <> k.code) then k.code end as within_region
    ${lines(names)} and (k."withinRegion" is null or r.region = k."withinRegion")) r
  group by 1, 2, 3, 4) p`,
});

export interface ListKey extends Omit<NeedKey, "code"> {
  order: "TERRITORY" | "PROJECTS_DESC" | "DIFFICULT_SHARE_DESC";
  includeDemonstration: boolean;
  /** Of the last of the previous page: what it is ordered by, and its code. */
  afterValue: number | null;
  afterCode: string | null;
  first: number;
}

/** A page of the territories of a level that have a line, each with the number of all; those without what they are ordered by come last. */
export const listedNeeds = query<ListKey, RecruitmentNeed & { total: number; orderedBy: number | null }>({
  parameters: {
    level: "text",
    year: "int",
    occupation: "text",
    order: "text",
    includeDemonstration: "boolean",
    afterValue: "double precision",
    afterCode: "text",
    first: "int",
  },
  as: RecruitmentNeed as never,
  withSources: 'q.n, q."orderedBy" desc nulls last, q.code',
  text: (names, keys) => `select k.n, k.level, k.year, k.occupation, l.*
from ${keys}
cross join lateral (
  with need as materialized (
    select ${codeAt("k.level")} as code, ${sums},
      case k."order" when 'PROJECTS_DESC' then sum(r.projects) when 'DIFFICULT_SHARE_DESC' then ${difficultShare} end as "orderedBy"
    from ${names.table(SurveyLine)} r
    where r.year = k.year and r.occupation_fap = k.occupation and ${codeAt("k.level")} is not null
      and (k."includeDemonstration" or r.department not like '${demonstrationPrefix}%')
    group by 1)
  select t.total, p.* from (select count(*)::int as total from need) t
  left join (
    select * from need
    where k."afterCode" is null or (-coalesce("orderedBy", '-infinity'), code) > (-coalesce(k."afterValue", '-infinity'), k."afterCode")
    order by "orderedBy" desc nulls last, code limit k.first) p on true) l`,
});
