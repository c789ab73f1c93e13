import { one } from "../../../foundation/graph/readings/reading.ts";
import { EmploymentBasin } from "./employment-basin.entity.ts";

export const employmentBasins = one(EmploymentBasin, "code");
