import { byKey, groupedBy } from "../context.ts";
import { TerritoryLevel } from "../territory-level.ts";
import { territoryPages } from "../territory-page.ts";
import { MsaMeans } from "./msa-means.entity.ts";
import { RuralProgramme } from "./rural-programme.entity.ts";

export const meansOf = groupedBy<string, MsaMeans>(
  (departments, { em }) =>
    em.find(MsaMeans, { department: { $in: departments } }, { orderBy: { axis: "asc", position: "asc" }, populate: ["source"] }),
  (row) => row.department,
);

export const ruralProgrammes = byKey<string, RuralProgramme>(
  (ids, { em }) => em.find(RuralProgramme, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);
export const programmesOfEpci = groupedBy<string, RuralProgramme>(
  (sirens, { em }) =>
    em.find(
      RuralProgramme,
      { level: TerritoryLevel.EPCI, territory: { $in: sirens } },
      { orderBy: { startOn: "desc", id: "asc" }, populate: ["source"] },
    ),
  (row) => row.territory,
);
export const programmesOfAgreement = groupedBy<string, RuralProgramme>(
  (ids, { em }) => em.find(RuralProgramme, { agreement: { $in: ids } }, { orderBy: { startOn: "desc", id: "asc" }, populate: ["source"] }),
  (row) => row.agreement!,
);

export const programmePages = territoryPages({ entity: RuralProgramme, territory: "department", key: "id" });
