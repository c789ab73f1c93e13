import type { Context } from "../../../foundation/graph/context.ts";
import type { Source } from "../../../foundation/graph/source.ts";
import { Observation, ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { sourcesById } from "../../../foundation/numbers/recorded-observations.ts";
import { sql, tableOf } from "../../../foundation/postgres/sql.ts";
import { RecruitmentNeed } from "./recruitment-need.entity.ts";
import { recruitmentUnit } from "./recruitment-unit.ts";

export interface WorkforceKey {
  department: string;
  year: number;
  occupation: string;
}

type Measure = "projects" | "difficult" | "seasonal";

/** Sums over the unmasked basins (null: all are masked), and how many basins are masked. */
type BasinSums = Record<Measure, number | null> & Record<`${Measure}Masked`, number> & { source: Source };

/** Two statements for any number of keys. @returns for each key its sums, or null where the survey has no line. */
export async function basinSums(keys: readonly WorkforceKey[], { em }: Context): Promise<(BasinSums | null)[]> {
  const rows = await sql<Omit<BasinSums, "source"> & { n: string; sourceId: number }>(
    em,
    `select k.n, max(r.source_id) as "sourceId",
       sum(r.projects)::int as projects, count(*) filter (where r.projects is null)::int as "projectsMasked",
       sum(r.difficult)::int as difficult, count(*) filter (where r.difficult is null)::int as "difficultMasked",
       sum(r.seasonal)::int as seasonal, count(*) filter (where r.seasonal is null)::int as "seasonalMasked"
     from rows from (jsonb_to_recordset($1::jsonb) as (department text, year int, occupation text)) with ordinality k(department, year, occupation, n)
     join ${tableOf(em, RecruitmentNeed)} r on r.department = k.department and r.year = k.year and r.occupation_fap = k.occupation
     group by k.n`,
    [JSON.stringify(keys)],
  );
  const sources = await sourcesById(
    em,
    rows.map(({ sourceId }) => sourceId),
  );
  const sums = new Map(rows.map((row) => [Number(row.n) - 1, { ...row, source: sources.get(row.sourceId)! }]));
  return keys.map((_, index) => sums.get(index) ?? null);
}

/** A department's number: what its unmasked basins add up to, or why there is none. */
export function sumOfBasins(sums: BasinSums | null, measure: Measure): Observation {
  if (!sums) return Observation.absent(recruitmentUnit);
  const { [measure]: value, [`${measure}Masked` as const]: masked, source } = sums;
  if (value === null) return Observation.of({ value, status: ObservationStatus.SUPPRESSED, unit: recruitmentUnit, source });
  return Observation.of({
    value,
    status: masked === 0 ? ObservationStatus.PUBLISHED : ObservationStatus.LOWER_BOUND,
    maskedCells: masked === 0 ? null : masked,
    unit: recruitmentUnit,
    source,
    computedBy: "hub : somme des bassins d'emploi non masqués",
  });
}
