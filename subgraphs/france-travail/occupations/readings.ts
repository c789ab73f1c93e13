import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { Occupation } from "./occupation.entity.ts";
import { OccupationRome } from "./occupation-rome.entity.ts";

export const romeCodesOf = many(OccupationRome, "fap", { order: ["rome"] });
export const occupations = one(Occupation, "fap");
