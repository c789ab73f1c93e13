import { page } from "../../../foundation/graph/readings/page.ts";
import { many } from "../../../foundation/graph/readings/reading.ts";
import { AvipLabel } from "./avip-label.entity.ts";

export const labelsOfFacility = many(AvipLabel, "facilityId", { order: ["-labelledOn"] });
export const labelsOfDepartment = page(AvipLabel, { of: "department", key: "id", ranges: ["labelledOn"] });
