import { page } from "../../../foundation/graph/readings/page.ts";
import { many } from "../../../foundation/graph/readings/reading.ts";
import { FamilyService } from "./family-service.entity.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";

export const servicesOfDepartment = page(FamilyService, { of: "department", key: "id", filter: "kind" });
export const servicesIn = page(FamilyService, { of: "territory", key: "id", filter: "kind" });
export const figuresOfService = many(FamilyServiceFigure, "service", { order: ["-period", "id"] });
/** Those of the whole department. */
export const figuresOfDepartment = many(FamilyServiceFigure, "department", { order: ["-period", "id"], where: "t.service_id is null" });
