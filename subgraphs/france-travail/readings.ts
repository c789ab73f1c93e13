import { byKey, type Context } from "../../foundation/graph/context.ts";
import { EmploymentBasin } from "./basins/employment-basin.entity.ts";
import { RecruitmentNeed } from "./needs/recruitment-need.entity.ts";
import type { WorkforceKey } from "./needs/sum-of-basins.ts";
import { Occupation } from "./occupations/occupation.entity.ts";

export const occupations = byKey<string, Occupation>(
  (codes, { em }) => em.find(Occupation, { fap: { $in: codes } }),
  (row) => row.fap,
);
export const employmentBasins = byKey<string, EmploymentBasin>(
  (codes, { em }) => em.find(EmploymentBasin, { code: { $in: codes } }),
  (row) => row.code,
);

/** The survey's lines of each key, by basin. */
export async function needsOf(keys: readonly WorkforceKey[], { em }: Context): Promise<RecruitmentNeed[][]> {
  const distinct = <K extends keyof WorkforceKey>(name: K) => [...new Set(keys.map((key) => key[name]))];
  const rows = await em.find(
    RecruitmentNeed,
    { department: { $in: distinct("department") }, year: { $in: distinct("year") }, occupation: { $in: distinct("occupation") } },
    { orderBy: { employmentBasin: "asc" }, populate: ["source"] },
  );
  const groups = Map.groupBy(rows, ({ department, year, occupation }) => JSON.stringify([department, year, occupation.fap]));
  return keys.map(({ department, year, occupation }) => groups.get(JSON.stringify([department, year, occupation])) ?? []);
}
