import { page } from "../../../foundation/graph/readings/page.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { demonstrationPrefix } from "../../../foundation/graph/source.ts";
import { EducationProgramme } from "./education-programme.entity.ts";

const list = { key: "id", filters: ["kind", "cafInvolvement"], containing: ["territoryIds"] } as const;

export const educationProgrammes = one(EducationProgramme, "id");
export const educationProgrammesOfDepartment = page(EducationProgramme, { ...list, of: "department" });
export const realEducationProgrammes = page(EducationProgramme, { ...list, where: `t.department <> '${demonstrationPrefix}'` });
export const allEducationProgrammes = page(EducationProgramme, list);
