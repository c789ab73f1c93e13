import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";

/** The SQL of what lines of the survey add up to, on the alias `r`. */

/** The levels that lines add up to, with the code of the territory in which a line lies. No line of the demonstration is one of France. */
const codes = {
  [TerritoryLevel.NATION]: `case when r.department not like '${demonstrationPrefix}%' then 'FR' end`,
  [TerritoryLevel.REGION]: "r.region",
  [TerritoryLevel.DEPARTMENT]: "r.department",
  [TerritoryLevel.EMPLOYMENT_BASIN]: "r.employment_basin",
};

export const isSummed = (level: TerritoryLevel): level is keyof typeof codes => level in codes;

/** French, for those who ask for another level. */
export const summedLevels = Object.keys(codes).join(", ");

/** The code of the territory of a level in which a line lies. */
export const codeAt = (level: string) =>
  `case ${level} ${Object.entries(codes)
    .map(([name, code]) => `when '${name}' then ${code}`)
    .join(" ")} end`;

const measures = ["projects", "difficult", "seasonal"] as const;
export type Measure = (typeof measures)[number];

/** What the numbers that are not masked add up to (null: all are masked), and how many are masked. */
export type Sums = Record<`${Measure}Known`, number | null> & Record<`${Measure}Masked`, number> & { lines: number };

export const sums = [
  'max(r.source_id) as "sourceId"',
  "count(*)::int as lines",
  ...measures.flatMap((measure) => [
    `sum(r.${measure})::int as "${measure}Known"`,
    `count(*) filter (where r.${measure} is null)::int as "${measure}Masked"`,
  ]),
].join(", ");

/** The part of the projects that is difficult, where all of both are known. */
export const difficultShare =
  "case when count(r.projects) = count(*) and count(r.difficult) = count(*) then sum(r.difficult)::float8 / nullif(sum(r.projects), 0) end";
