import { query, queryOne } from "../../../foundation/graph/readings/query.ts";
import { many } from "../../../foundation/graph/readings/reading.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";

export interface WorkforceKey {
  department: string;
  year: number;
  occupation: string;
}

export type Measure = "projects" | "difficult" | "seasonal";

/** Sums over the unmasked basins (null: all are masked), and how many basins are masked. */
export type BasinSums = Record<Measure, number | null> & Record<`${Measure}Masked`, number> & { source: Source };

/** What the survey's lines of a department, a year and an occupation add up to; null where it has none. */
export const basinSums = queryOne<WorkforceKey, BasinSums>({
  parameters: { department: "text", year: "int", occupation: "text" },
  withSources: "q.n",
  text: (names, keys) => `select k.n, max(r.source_id) as "sourceId",
  sum(r.projects)::int as projects, count(*) filter (where r.projects is null)::int as "projectsMasked",
  sum(r.difficult)::int as difficult, count(*) filter (where r.difficult is null)::int as "difficultMasked",
  sum(r.seasonal)::int as seasonal, count(*) filter (where r.seasonal is null)::int as "seasonalMasked"
from ${keys}
join ${names.table(RecruitmentNeed)} r on r.department = k.department and r.year = k.year and r.occupation_fap = k.occupation
group by k.n`,
});

export const needsOf = many(RecruitmentNeed, ["department", "year", "occupation"], { order: ["employmentBasin"] });

/** In the order of basins, then of departments; each row with the number of all. */
export const needsOfOccupation = query<
  { year: number; occupation: string; basin: string; department: string; first: number },
  RecruitmentNeed & { total: number }
>({
  parameters: { year: "int", occupation: "text", basin: "text", department: "text", first: "int" },
  as: RecruitmentNeed as never,
  withSources: `q.n, q."employmentBasin", q.department`,
  text: (names, keys) => `select k.n, c.total, r.*
from ${keys}
cross join lateral (
  select count(*)::int as total from ${names.table(RecruitmentNeed)} r where r.year = k.year and r.occupation_fap = k.occupation) c
left join lateral (
  select ${names.columns(RecruitmentNeed, "r")} from ${names.table(RecruitmentNeed)} r
  where r.year = k.year and r.occupation_fap = k.occupation and (r.employment_basin, r.department) > (k.basin, k.department)
  order by r.employment_basin, r.department limit k.first) r on true`,
});
