import { many } from "../../../foundation/graph/readings/reading.ts";
import { Habilitation } from "./habilitation.entity.ts";

/** Past ones too, by last day of validity. */
export const habilitationsOf = many(Habilitation, "client", { order: ["validTo", "id"] });
