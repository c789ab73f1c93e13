import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { FamilyServicesScheme } from "./family-services-scheme.entity.ts";
import { SchemeAction } from "./scheme-action.entity.ts";
import { SchemeAxis } from "./scheme-axis.entity.ts";
import { SchemeDetail } from "./scheme-detail.entity.ts";
import { SchemeObjective } from "./scheme-objective.entity.ts";

export const schemesOf = many(FamilyServicesScheme, "department", { order: ["startYear"] });
export const schemes = one(FamilyServicesScheme, "id");
export const axesOf = many(SchemeAxis, "scheme", { order: ["number"] });
export const objectivesOf = many(SchemeObjective, "scheme", { order: ["position"] });
export const actionsOf = many(SchemeAction, "scheme", { order: ["position"] });
export const detailsOf = many(SchemeDetail, "scheme", { order: ["position"] });
