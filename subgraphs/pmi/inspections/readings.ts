import { page } from "../../../foundation/graph/readings/page.ts";
import { many } from "../../../foundation/graph/readings/reading.ts";
import { FindingCount } from "./finding-count.entity.ts";
import { Inspection } from "./inspection.entity.ts";
import { RegisterCount } from "./register-count.entity.ts";
import { RegisterYear } from "./register-year.entity.ts";
import { ScheduledInspection } from "./scheduled-inspection.entity.ts";

/** A department's register of one year. */
export interface RegisterKey {
  departmentCode: string;
  year: number;
}

const register = ["departmentCode", "year"] as const;

/** Controls by mode, category, authority and kind, and in total by mode. */
export const registerCounts = many(RegisterCount, register, { order: ["id"] });

/** Whether the department keeps its register of that year in the hub, and has published its review. */
export const registerYears = many(RegisterYear, register);

/** Follow-ups and non-compliances by nature. */
export const registerFindings = many(FindingCount, register, { order: ["nature", "id"] });

export const inspectionsOfDepartment = page(Inspection, {
  of: "departmentCode",
  key: "id",
  filters: ["year"],
  audience: "restricted",
});
export const inspectionsOfFacility = page(Inspection, { of: "facility", key: "id", audience: "restricted" });
export const scheduleOfDepartment = page(ScheduledInspection, { of: "departmentCode", key: "id", audience: "restricted" });
export const scheduleOfFacility = page(ScheduledInspection, { of: "facility", key: "id", audience: "restricted" });
