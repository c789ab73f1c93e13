import { page } from "../../../foundation/graph/readings/page.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { TerritorialAgreement } from "./territorial-agreement.entity.ts";

export const agreements = one(TerritorialAgreement, "id");
/** By the holder's code: a code tells its level. */
export const agreementsHeldBy = many(TerritorialAgreement, "holderCode", { order: ["-signedYear", "id"] });
export const agreementsOfDepartment = page(TerritorialAgreement, { of: "department", key: "id", filter: "status" });
