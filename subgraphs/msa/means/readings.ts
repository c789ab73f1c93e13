import { many } from "../../../foundation/graph/readings/reading.ts";
import { MsaMeans } from "./msa-means.entity.ts";

export const meansOf = many(MsaMeans, "department", { order: ["axis", "position"] });
