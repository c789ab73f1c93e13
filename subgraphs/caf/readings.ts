import { byKey, groupedBy } from "../../foundation/graph/context.ts";
import { territoryPages } from "../../foundation/graph/territory-page.ts";
import { TerritorialAgreement } from "./agreements/territorial-agreement.entity.ts";
import { FacilityFunding } from "./funding/facility-funding.entity.ts";
import { FamilyService } from "./services/family-service.entity.ts";
import { FamilyServiceFigure } from "./services/family-service-figure.entity.ts";

export const agreements = byKey<string, TerritorialAgreement>(
  (ids, { em }) => em.find(TerritorialAgreement, { id: { $in: ids } }, { populate: ["source"] }),
  (row) => row.id,
);
/** By the holder's code: a code tells its level. */
export const agreementsHeldBy = groupedBy<string, TerritorialAgreement>(
  (codes, { em }) =>
    em.find(
      TerritorialAgreement,
      { holderCode: { $in: codes } },
      { orderBy: [{ signedYear: "desc nulls last" }, { id: "asc" }], populate: ["source"] },
    ),
  (row) => row.holderCode,
);
export const agreementPages = territoryPages({ entity: TerritorialAgreement, territory: "department", key: "id", filter: "status" });
export const familyServicePages = territoryPages({ entity: FamilyService, territory: "department", key: "id", filter: "kind" });
export const figuresOfService = groupedBy<string, FamilyServiceFigure>(
  (ids, { em }) =>
    em.find(FamilyServiceFigure, { service: { $in: ids } }, { orderBy: [{ period: "desc" }, { id: "asc" }], populate: ["source"] }),
  (row) => row.service!.id,
);
export const figuresOfDepartment = groupedBy<string, FamilyServiceFigure>(
  (codes, { em }) =>
    em.find(
      FamilyServiceFigure,
      { department: { $in: codes }, service: null },
      { orderBy: [{ period: "desc" }, { id: "asc" }], populate: ["source"] },
    ),
  (row) => row.department,
);
export const fundingOf = groupedBy<string, FacilityFunding>(
  (ids, { em }) => em.find(FacilityFunding, { facility: { $in: ids } }, { orderBy: { year: "desc" }, populate: ["source"] }),
  (row) => row.facility,
);
