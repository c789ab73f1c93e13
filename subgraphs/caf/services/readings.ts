import { page } from "../../../foundation/graph/readings/page.ts";
import { many } from "../../../foundation/graph/readings/reading.ts";
import { knownList } from "../../../foundation/numbers/known.ts";
import { FamilyService } from "./family-service.entity.ts";
import { FamilyServiceFigure } from "./family-service-figure.entity.ts";

export const servicesOfDepartment = page(FamilyService, { of: "department", key: "id", filters: ["kind", "state"] });
export const servicesIn = page(FamilyService, { of: "territory", key: "id", filters: ["kind", "state"] });
export const figuresOfService = many(FamilyServiceFigure, "service", { order: ["-period", "id"] });
/** Those of the whole department. */
export const figuresOfDepartment = many(FamilyServiceFigure, "department", { order: ["-period", "id"], where: "t.service_id is null" });

export const knownServicesIn = knownList(FamilyService, "territory", "kind");
export const knownServicesOfDepartment = knownList(FamilyService, "department", "kind");
