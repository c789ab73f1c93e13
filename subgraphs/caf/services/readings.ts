import { page } from "../../../foundation/graph/readings/page.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { knownList } from "../../../foundation/numbers/known.ts";
import { FamilyService } from "./family-service.entity.ts";
import { ServiceActivity } from "./service-activity.entity.ts";

export const services = one(FamilyService, "id");
export const servicesOfDepartment = page(FamilyService, { of: "department", key: "id", filters: ["kind", "state"] });
export const servicesIn = page(FamilyService, { of: "territory", key: "id", filters: ["kind", "state"] });
export const activityOf = many(ServiceActivity, "service", { order: ["-year", "measure"] });

export const knownServicesIn = knownList(FamilyService, "territory", "kind");
export const knownServicesOfDepartment = knownList(FamilyService, "department", "kind");
