import { page } from "../../../foundation/graph/readings/page.ts";
import { one } from "../../../foundation/graph/readings/reading.ts";
import { Project } from "./project.entity.ts";

const list = { key: "id", filters: ["stage", "kind"], ranges: ["submittedOn", "opinionOn"] } as const;

export const projects = one(Project, "id");
export const projectsOfDepartment = page(Project, { ...list, of: "department" });
export const projectsIn = page(Project, { ...list, of: "territoryId" });
