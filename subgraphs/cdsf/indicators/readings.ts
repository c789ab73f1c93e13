import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { IndicatorDefinition } from "./indicator-definition.entity.ts";
import { IndicatorTarget } from "./indicator-target.entity.ts";
import { IndicatorTerritory } from "./indicator-territory.entity.ts";
import { OfficialLabel } from "./official-label.entity.ts";

/** The whole catalogue, 72 rows. */
export const catalogue = many(IndicatorDefinition, [], { order: ["position"] });
export const definitions = one(IndicatorDefinition, "code");
export const officialLabels = one(OfficialLabel, "code");
export const targets = one(IndicatorTarget, "id");
export const territoriesOfLevel = many(IndicatorTerritory, "level", { order: ["code"] });
