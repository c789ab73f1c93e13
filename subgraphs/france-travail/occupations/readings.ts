import { one } from "../../../foundation/graph/readings/reading.ts";
import { Occupation } from "./occupation.entity.ts";

export const occupations = one(Occupation, "fap");
