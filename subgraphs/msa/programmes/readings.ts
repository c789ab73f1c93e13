import { page } from "../../../foundation/graph/readings/page.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { knownList } from "../../../foundation/numbers/known.ts";
import { RuralProgramme } from "./rural-programme.entity.ts";

export const ruralProgrammes = one(RuralProgramme, "id");
export const programmesIn = page(RuralProgramme, { of: "territory", key: "id" });
export const programmesOfAgreement = many(RuralProgramme, "agreement", { order: ["-startOn", "id"] });
export const programmesOfDepartment = page(RuralProgramme, { of: "department", key: "id" });
export const knownProgrammesIn = knownList(RuralProgramme, "territory");
export const knownProgrammesOfDepartment = knownList(RuralProgramme, "department");
