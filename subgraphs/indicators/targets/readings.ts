import { one } from "../../../foundation/graph/readings/reading.ts";
import { Target } from "./target.entity.ts";

export const targets = one(Target, "id");
