import type { EntityManager } from "@mikro-orm/postgresql";
import { todayIn } from "../../../foundation/day.ts";
import type { Context } from "../../../foundation/graph/context.ts";
import { sql, tableOf } from "../../../foundation/postgres/sql.ts";
import { InspectionPlan } from "../plans/inspection-plan.entity.ts";
import { InspectionReview } from "../plans/inspection-review.entity.ts";
import { isPublishedBy } from "../plans/published.ts";
import { FindingCount, FindingKind } from "./finding-count.entity.ts";
import { Inspection } from "./inspection.entity.ts";
import { RegisterCount } from "./register-count.entity.ts";
import { RegisterYear } from "./register-year.entity.ts";
import { type CountedFinding, decisions, secretFindings } from "./secret-findings.ts";

export interface RegisterKey {
  department: string;
  year: number;
}

const wanted = "unnest($1::text[], $2::int[]) with ordinality k(department, year, n)";

const columns = (keys: readonly RegisterKey[]) => [keys.map(({ department }) => department), keys.map(({ year }) => year)];

/** The stored counts of each department and year. One statement. */
function countsOf<T extends { departmentCode: string; year: number }>(entity: new () => T, order: Record<string, "asc">) {
  return async (keys: readonly RegisterKey[], { em }: Context): Promise<T[][]> => {
    const rows = (await em.find(entity, { $or: keys.map(({ department, year }) => ({ departmentCode: department, year })) } as never, {
      orderBy: order as never,
    })) as T[];
    const groups = Map.groupBy(rows, ({ departmentCode, year }) => `${departmentCode}-${year}`);
    return keys.map(({ department, year }) => groups.get(`${department}-${year}`) ?? []);
  };
}

/** Controls by mode, category, authority and kind, and in total by mode. */
export const registerCounts = countsOf(RegisterCount, { id: "asc" });

/** Follow-ups and non-compliances by nature, of each mode and of all. */
export const registerFindings = countsOf(FindingCount, { nature: "asc" });

/** For each department and year whether a register is kept, with its source. */
export async function registerYears(keys: readonly RegisterKey[], { em }: Context): Promise<(RegisterYear | null)[]> {
  const rows = await em.find(
    RegisterYear,
    { $or: keys.map(({ department, year }) => ({ departmentCode: department, year })) },
    { populate: ["source"] },
  );
  return keys.map((key) => rows.find((row) => row.departmentCode === key.department && row.year === key.year) ?? null);
}

/** Counts the registers of these departments and years again, in the transaction that recorded them. */
export async function countRegister(em: EntityManager, keys: readonly RegisterKey[]): Promise<void> {
  const table = (entity: new () => object) => tableOf(em, entity);
  for (const entity of [RegisterYear, RegisterCount, FindingCount]) {
    await sql(
      em,
      `delete from ${table(entity)} t using ${wanted} where t.department_code = k.department and t.year = k.year`,
      columns(keys),
    );
  }
  await sql(
    em,
    `insert into ${table(RegisterYear)} (department_code, year, source_id, reviewed)
     select p.department_code, p.year, p.source_id,
       exists (select from ${table(InspectionReview)} r where r.plan_id = p.id and ${isPublishedBy("r.published_on", todayIn("p.department_code"))})
     from ${wanted} join ${table(InspectionPlan)} p on p.department_code = k.department and p.year = k.year`,
    columns(keys),
  );
  await sql(
    em,
    `insert into ${table(RegisterCount)} (department_code, year, mode, category, authority, control_kind, done, facilities, is_total)
     select i.department_code, i.year, i.mode, i.category, i.authority, i.control_kind,
       count(*), count(distinct i.facility), grouping(i.authority) = 1
     from ${wanted} join ${table(Inspection)} i on i.department_code = k.department and i.year = k.year
     group by grouping sets ((i.department_code, i.year, i.mode, i.category, i.authority, i.control_kind), (i.department_code, i.year, i.mode))
     order by 1, 2, 3, 4, 5, 6`,
    columns(keys),
  );
  const findings = await sql<CountedFinding>(
    em,
    `with i as (
       select i.department_code, i.year, i.mode, coalesce(i.facility, i.id) as unit, i.follow_ups, i.non_compliances
       from ${wanted} join ${table(Inspection)} i on i.department_code = k.department and i.year = k.year),
     found as (
       select department_code, year, mode, unit, '${FindingKind.FOLLOW_UP}' as kind, nature, 1 as count from i, unnest(follow_ups) nature
       union all
       select department_code, year, mode, unit, '${FindingKind.DECISION}', 'DECISION', 1 from i, unnest(follow_ups) nature where nature = any($3::text[])
       union all
       select department_code, year, mode, unit, '${FindingKind.NON_COMPLIANCE}', key, value::int from i, jsonb_each_text(non_compliances)),
     by_unit as (select department_code, year, mode, kind, nature, unit, sum(count)::int as count from found group by 1, 2, 3, 4, 5, 6)
     select department_code as "departmentCode", year, mode, kind, nature,
       sum(count)::int as count, count(*)::int as units, max(count)::int as largest
     from by_unit group by grouping sets ((department_code, year, mode, kind, nature), (department_code, year, kind, nature))`,
    [...columns(keys), decisions],
  );
  const rows = (await secretFindings(findings)).map(({ departmentCode, ...row }) => ({ department_code: departmentCode, ...row }));
  await sql(
    em,
    `insert into ${table(FindingCount)} (department_code, year, mode, kind, nature, count)
     select department_code, year, mode, kind, nature, count from jsonb_populate_recordset(null::${table(FindingCount)}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}
