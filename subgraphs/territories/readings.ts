import { byKey, groupedBy } from "../../foundation/graph/context.ts";
import { territoryPages } from "../../foundation/graph/territory-page.ts";
import { sourcesById } from "../../foundation/numbers/recorded-observations.ts";
import { sql, tableOf } from "../../foundation/postgres/sql.ts";
import { Commune } from "./communes/commune.entity.ts";
import { Department } from "./departments/department.entity.ts";
import { Region } from "./departments/region.entity.ts";
import { Epci } from "./epcis/epci.entity.ts";
import { EpciMember } from "./epcis/epci-member.entity.ts";
import { FormerEpci } from "./epcis/former-epci.entity.ts";

export const regions = byKey<string, Region>(
  (codes, { em }) => em.find(Region, { code: { $in: codes } }),
  (row) => row.code,
);
export const departments = byKey<string, Department>(
  (codes, { em }) => em.find(Department, { code: { $in: codes } }),
  (row) => row.code,
);
export const epcis = byKey<string, Epci>(
  (sirens, { em }) => em.find(Epci, { siren: { $in: sirens } }, { populate: ["source"] }),
  (row) => row.siren,
);
export const communes = byKey<string, Commune>(
  (codes, { em }) => em.find(Commune, { code: { $in: codes } }, { populate: ["source"] }),
  (row) => row.code,
);
export const formerEpcis = byKey<string, FormerEpci>(
  (codes, { em }) => em.find(FormerEpci, { code: { $in: codes } }, { populate: ["source"] }),
  (row) => row.code,
);
export const memberships = byKey<string, EpciMember>(
  (codes, { em }) => em.find(EpciMember, { commune: { $in: codes } }),
  (row) => row.commune,
);
export const departmentsOfRegion = groupedBy<string, Department>(
  (codes, { em }) => em.find(Department, { region: { $in: codes } }, { orderBy: { code: "asc" } }),
  (row) => row.region!.code,
);
export const formerEpcisOf = groupedBy<string, FormerEpci>(
  (codes, { em }) => em.find(FormerEpci, { department: { $in: codes } }, { orderBy: { code: "asc" }, populate: ["source"] }),
  (row) => row.department.code,
);

/** Without the districts of Paris, Lyon and Marseille. */
export const communePages = territoryPages({
  entity: Commune,
  territory: "department_code",
  key: "code",
  where: "t.parent_code is null",
});
export const memberPages = territoryPages({
  entity: Commune,
  from: (em) => `(select c.*, m.epci_siren from ${tableOf(em, Commune)} c join ${tableOf(em, EpciMember)} m on m.commune = c.code)`,
  territory: "epci_siren",
  key: "code",
});

/** EPCI that have at least one member commune in the department. */
export const epcisOfDepartment = groupedBy<string, { department: string; siren: string }>(
  (codes, { em }) =>
    sql(
      em,
      `select distinct c.department_code as department, m.epci_siren as siren
       from ${tableOf(em, Commune)} c join ${tableOf(em, EpciMember)} m on m.commune = c.code
       where c.department_code = any($1::text[]) order by 1, 2`,
      [codes],
    ),
  (row) => row.department,
);

/** Sum of the communes' municipal populations (districts of Paris, Lyon and Marseille left out), and how many give none. */
export const populationOfDepartment = byKey(
  async (codes: string[], { em }) => {
    const rows = await sql<{ department: string; value: number | null; unknown: number; sourceId: number }>(
      em,
      `select department_code as department, sum(municipal_population)::int as value,
         count(*) filter (where municipal_population is null)::int as unknown, max(source_id) as "sourceId"
       from ${tableOf(em, Commune)} where department_code = any($1::text[]) and parent_code is null group by 1`,
      [codes],
    );
    const sources = await sourcesById(
      em,
      rows.map(({ sourceId }) => sourceId),
    );
    return rows.map((row) => ({ ...row, source: sources.get(row.sourceId)! }));
  },
  (row) => row.department,
);
