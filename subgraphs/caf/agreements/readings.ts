import { page } from "../../../foundation/graph/readings/page.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { knownList } from "../../../foundation/numbers/known.ts";
import { programmesIn } from "../../../foundation/programmes/programmes-in.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";

const list = { key: "id", filters: ["status"], containing: ["themes", "signedBy"], ranges: ["startOn", "endOn"] } as const;
const real = "t.department <> 'ZZ'";

export const agreements = one(TerritorialAgreement, "id");
export const agreementsHeldBy = page(TerritorialAgreement, { ...list, of: "holder" });
export const agreementsOfDepartment = page(TerritorialAgreement, { ...list, of: "department" });
export const realAgreements = page(TerritorialAgreement, { ...list, where: real });
export const allAgreements = page(TerritorialAgreement, list);

/** All that name a territory: those that it signed, those that cover it, and those that say that it has none. */
export const agreementsNaming = programmesIn(TerritorialAgreement, "id");

export const knownAgreementsHeldBy = knownList(TerritorialAgreement, "holder");
export const knownAgreementsOfDepartment = knownList(TerritorialAgreement, "department");
export const knownRealAgreements = knownList(TerritorialAgreement, null, undefined, real);
export const knownAgreements = knownList(TerritorialAgreement, null);
