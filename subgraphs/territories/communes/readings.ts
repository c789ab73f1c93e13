import { page } from "../../../foundation/graph/readings/page.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { EpciMember } from "../epcis/epci-member.entity.ts";
import { Commune } from "./commune.entity.ts";

export const communes = one(Commune, "code");

/** Without the districts of Paris, Lyon and Marseille. */
export const communesOfDepartment = page(Commune, { of: "department", key: "code", where: "t.parent_code is null" });

export const communesOfEpci = page(Commune, { key: "code", through: { entity: EpciMember, of: "epci", key: "commune" } });
