import { page } from "../../../foundation/graph/readings/page.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { knownList } from "../../../foundation/numbers/known.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";

export const agreements = one(TerritorialAgreement, "id");
export const agreementsHeldBy = page(TerritorialAgreement, { of: "holder", key: "id", filters: ["status"] });
export const agreementsOfDepartment = page(TerritorialAgreement, { of: "department", key: "id", filters: ["status"] });

export const knownAgreementsHeldBy = knownList(TerritorialAgreement, "holder");
export const knownAgreementsOfDepartment = knownList(TerritorialAgreement, "department");
