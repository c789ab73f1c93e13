import type { Context } from "../context.ts";
import { sql, tableOf } from "../sql.ts";
import type { FacilityCategory } from "./facility-category.ts";
import { Inspection } from "./inspection.entity.ts";
import type { CareMode, ControlKind, FollowUpNature, InspectionAuthority, NonComplianceNature } from "./inspection-terms.ts";

export interface RegisterKey {
  department: string;
  year: number;
}

export interface RegisterCount {
  mode: CareMode;
  /** Null where `isTotal`, or where the mode knows no category. */
  category: FacilityCategory | null;
  authority: InspectionAuthority | null;
  controlKind: ControlKind | null;
  done: number;
  /** Distinct facilities controlled. */
  facilities: number;
  /** Whether the row is its mode's total: facilities controlled twice count once. */
  isTotal: boolean;
}

export interface RegisterFinding {
  mode: CareMode;
  kind: "FOLLOW_UP" | "NON_COMPLIANCE";
  nature: FollowUpNature | NonComplianceNature;
  count: number;
}

type Keyed<T> = T & { n: string };

const wanted = "unnest($1::text[], $2::int[]) with ordinality k(department, year, n)";

function grouped<T>(keys: readonly RegisterKey[], rows: Keyed<T>[]): T[][] {
  const groups = Map.groupBy(rows, ({ n }) => Number(n) - 1);
  return keys.map((_, index) => groups.get(index) ?? []);
}

const columns = (keys: readonly RegisterKey[]) => [keys.map(({ department }) => department), keys.map(({ year }) => year)];

/** Controls of each department and year, counted by mode, category, authority and kind, and in total by mode. One statement. */
export async function registerCounts(keys: readonly RegisterKey[], { em }: Context): Promise<RegisterCount[][]> {
  const rows = await sql<Keyed<RegisterCount>>(
    em,
    `select k.n, i.mode, i.category, i.authority, i.control_kind as "controlKind",
       count(*)::int as done, count(distinct i.facility)::int as facilities, grouping(i.authority) = 1 as "isTotal"
     from ${wanted} join ${tableOf(em, Inspection)} i on i.department_code = k.department and i.year = k.year
     group by grouping sets ((k.n, i.mode, i.category, i.authority, i.control_kind), (k.n, i.mode))`,
    columns(keys),
  );
  return grouped(keys, rows);
}

/** Follow-ups and non-compliances of each department and year, counted by nature. One statement. */
export async function registerFindings(keys: readonly RegisterKey[], { em }: Context): Promise<RegisterFinding[][]> {
  const rows = await sql<Keyed<RegisterFinding>>(
    em,
    `with i as (
       select k.n, i.mode, i.follow_ups, i.non_compliances
       from ${wanted} join ${tableOf(em, Inspection)} i on i.department_code = k.department and i.year = k.year)
     select n, mode, 'FOLLOW_UP' as kind, nature, count(*)::int as count from i, unnest(follow_ups) nature group by n, mode, nature
     union all
     select n, mode, 'NON_COMPLIANCE', key, sum(value::int)::int from i, jsonb_each_text(non_compliances) group by n, mode, key
     order by 1, 2, 3, 4`,
    columns(keys),
  );
  return grouped(keys, rows);
}
