import { byKey, type Context, groupedBy } from "../context.ts";
import { sql, tableOf } from "../sql.ts";
import { TerritoryLevel } from "../territory-level.ts";
import { MsaMeans } from "./msa-means.entity.ts";
import { RuralProgramme } from "./rural-programme.entity.ts";

export const meansOf = groupedBy<string, MsaMeans>(
  (departments, { em }) => em.find(MsaMeans, { department: { $in: departments } }, { orderBy: { axis: "asc", position: "asc" }, populate: ["source"] }),
  (row) => row.department,
);

export const ruralProgrammes = byKey<string, RuralProgramme>(
  (ids, { em }) => em.find(RuralProgramme, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);
export const programmesOfEpci = groupedBy<string, RuralProgramme>(
  (sirens, { em }) =>
    em.find(RuralProgramme, { level: TerritoryLevel.EPCI, territory: { $in: sirens } }, { orderBy: { startOn: "desc", id: "asc" }, populate: ["source"] }),
  (row) => row.territory,
);
export const programmesOfAgreement = groupedBy<string, RuralProgramme>(
  (ids, { em }) => em.find(RuralProgramme, { agreement: { $in: ids } }, { orderBy: { startOn: "desc", id: "asc" }, populate: ["source"] }),
  (row) => row.agreement!,
);

interface ProgrammePageKey {
  department: string;
  first: number;
  /** Id of the last programme of the previous page. */
  after: string | null;
}

/** One page of each department's programmes, by id, with a row more than asked: two statements for any number of departments. */
export async function programmePages(keys: readonly ProgrammePageKey[], { em }: Context): Promise<{ rows: RuralProgramme[]; total: number }[]> {
  const table = tableOf(em, RuralProgramme);
  const pages = await sql<{ ids: string[]; total: number }>(
    em,
    `select (select count(*)::int from ${table} p where p.department = k.department) as total,
       array(select p.id from ${table} p where p.department = k.department and (k.after is null or p.id > k.after) order by p.id limit k.first + 1) as ids
     from rows from (jsonb_to_recordset($1::jsonb) as (department text, first int, after text)) with ordinality k(department, first, after, n)
     order by k.n`,
    [JSON.stringify(keys)],
  );
  const found = await em.find(RuralProgramme, { id: { $in: pages.flatMap(({ ids }) => ids) } }, { populate: ["source"] });
  const byId = new Map(found.map((row) => [row.id, row]));
  return pages.map(({ ids, total }) => ({ rows: ids.map((id) => byId.get(id)!), total }));
}
