import { byKey, groupedBy } from "../../foundation/graph/context.ts";
import { territoryPages } from "../../foundation/graph/territory-page.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { MsaMeans } from "./means/msa-means.entity.ts";
import { RuralProgramme } from "./programmes/rural-programme.entity.ts";

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
