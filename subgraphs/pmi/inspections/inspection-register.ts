import { todayIn } from "../../../foundation/day.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { referenceOf, type SourceReference } from "../../../foundation/imports/dataset.ts";
import { writeRows } from "../../../foundation/imports/writing/write-rows.ts";
import type { Writer } from "../../../foundation/imports/writer.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { InspectionPlan } from "../plans/inspection-plan.entity.ts";
import { InspectionReview } from "../plans/inspection-review.entity.ts";
import { isPublishedBy } from "../plans/published.ts";
import { FindingCount, FindingKind } from "./finding-count.entity.ts";
import { PlanStatus } from "./inspection-terms.ts";
import { Inspection } from "./inspection.entity.ts";
import type { RegisterKey } from "./readings.ts";
import { RegisterCount } from "./register-count.entity.ts";
import { registerNumbers } from "./register-numbers.ts";
import { RegisterYear } from "./register-year.entity.ts";

const wanted = "unnest($1::text[], $2::int[]) with ordinality k(department, year, n)";

const columns = (keys: readonly RegisterKey[]) => [keys.map(({ departmentCode }) => departmentCode), keys.map(({ year }) => year)];

/**
 * Counts the registers of these departments and years again, in the transaction that recorded them, and records the numbers of indicators
 * that follow from them.
 * @param hash of the file that changed them
 */
export async function countRegister(writer: Writer, keys: readonly RegisterKey[], hash: string): Promise<void> {
  const { names, sql } = writer;
  const table = (entity: new () => object) => names.table(entity);
  for (const entity of [RegisterYear, RegisterCount, FindingCount]) {
    await sql(`delete from ${table(entity)} t using ${wanted} where t.department_code = k.department and t.year = k.year`, columns(keys));
  }
  await sql(
    `insert into ${table(RegisterYear)} (department_code, year, source_id, reviewed)
     select p.department_code, p.year, p.source_id,
       exists (select from ${table(InspectionReview)} r where r.plan_id = p.id and ${isPublishedBy("r.published_on", todayIn("p.department_code"))})
     from ${wanted} join ${table(InspectionPlan)} p on p.department_code = k.department and p.year = k.year`,
    columns(keys),
  );
  await sql(
    `insert into ${table(RegisterCount)} (department_code, year, mode, category, authority, control_kind, done, facilities, is_total)
     select i.department_code, i.year, i.mode, i.category, i.authority, i.control_kind,
       count(*), count(distinct i.facility), grouping(i.authority) = 1
     from ${wanted} join ${table(Inspection)} i on i.department_code = k.department and i.year = k.year
     group by grouping sets ((i.department_code, i.year, i.mode, i.category, i.authority, i.control_kind), (i.department_code, i.year, i.mode))
     order by 1, 2, 3, 4, 5, 6`,
    columns(keys),
  );
  await sql(
    `insert into ${table(FindingCount)} (department_code, year, kind, nature, count)
     select department_code, year, kind, nature, sum(count) from (
       select i.department_code, i.year, '${FindingKind.FOLLOW_UP}' as kind, nature, 1 as count
       from ${wanted} join ${table(Inspection)} i on i.department_code = k.department and i.year = k.year, unnest(i.follow_ups) nature
       union all
       select i.department_code, i.year, '${FindingKind.NON_COMPLIANCE}', key, value::int
       from ${wanted} join ${table(Inspection)} i on i.department_code = k.department and i.year = k.year, jsonb_each_text(i.non_compliances)) found
     group by 1, 2, 3, 4 order by 1, 2, 3, 4`,
    columns(keys),
  );
  await recordNumbers(writer, keys, hash);
}

/** Of the years whose plan is published: numbers of a plan that is not would tell what it holds. */
async function recordNumbers(writer: Writer, keys: readonly RegisterKey[], hash: string): Promise<void> {
  const { names, sql } = writer;
  const rowsOf = <T extends object>(entity: new () => T) =>
    sql<T>(
      `select ${names.columns(entity, "t")} from ${wanted}
       join ${names.table(entity)} t on t.department_code = k.department and t.year = k.year`,
      columns(keys),
    );
  const registers = await sql<RegisterKey & Pick<RegisterYear, "reviewed"> & SourceReference>(
    `select ${names.columns(RegisterYear, "t")}, ${names.columns(Source, "s")} from ${wanted}
     join ${names.table(RegisterYear)} t on t.department_code = k.department and t.year = k.year
     join ${names.table(InspectionPlan)} p on p.department_code = t.department_code and p.year = t.year and p.status = '${PlanStatus.PUBLISHED}'
     join ${names.table(Source)} s on s.id = t.source_id`,
    columns(keys),
  );
  const counts = await rowsOf(RegisterCount);
  const findings = await rowsOf(FindingCount);
  const writes = registers.flatMap(({ departmentCode, year, reviewed, ...source }) => {
    const isOf = (row: RegisterKey) => row.departmentCode === departmentCode && row.year === year;
    return registerNumbers({ reviewed, counts: counts.filter(isOf), findings: findings.filter(isOf) }).map((number) =>
      writeObservation(0, { ...number, level: TerritoryLevel.DEPARTMENT, code: departmentCode, year, source: referenceOf(source) }),
    );
  });
  await writeRows(writer, Observation, writes, hash);
}
