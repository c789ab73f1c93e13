import type { Context } from "../context.ts";
import { sql, tableOf } from "../sql.ts";
import type { FamilyService } from "./family-service.entity.ts";
import type { TerritorialAgreement } from "./territorial-agreement.entity.ts";

export interface DepartmentPageKey {
  department: string;
  /** Value of the filter column; null: all. */
  filter: string | null;
  first: number;
  after: string | null;
}

export interface DepartmentPage<T> {
  /** `first + 1` rows where there are more. */
  rows: T[];
  totalCount: number;
}

/**
 * Makes the batch function of a department's list, page by page in id order: three statements for any number of departments.
 * @param filterColumn the column that `filter` compares.
 */
export function departmentPages<T extends FamilyService | TerritorialAgreement>(entity: new () => T, filterColumn: string) {
  return async (keys: readonly DepartmentPageKey[], { em }: Context): Promise<DepartmentPage<T>[]> => {
    const table = tableOf(em, entity);
    const inList = `t.department = k.department and (k.filter is null or t."${filterColumn}" = k.filter)`;
    const pages = await sql<{ ids: string[]; totalCount: number }>(
      em,
      `select (select count(*)::int from ${table} t where ${inList}) as "totalCount",
         array(select t.id from ${table} t where ${inList} and (k.after is null or t.id > k.after) order by t.id limit k.first + 1) as ids
       from rows from (jsonb_to_recordset($1::jsonb) as (department text, filter text, first int, after text)) with ordinality k(department, filter, first, after, n)
       order by k.n`,
      [JSON.stringify(keys)],
    );
    const found = (await em.find(entity, { id: { $in: pages.flatMap(({ ids }) => ids) } } as never, { populate: ["source"] as never })) as T[];
    const byId = new Map(found.map((row) => [row.id, row]));
    return pages.map(({ ids, totalCount }) => ({ rows: ids.flatMap((id) => byId.get(id) ?? []), totalCount }));
  };
}
