import { many } from "../../../foundation/graph/readings/reading.ts";
import { FacilityFunding } from "./facility-funding.entity.ts";

export const fundingOf = many(FacilityFunding, "facility", { order: ["-year"] });
