import { text } from "../../../foundation/imports/french-values.ts";
import { isTerritoryId, parseTerritoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";

/** Communes, and what they may give their competences to. */
export const authorityLevels: readonly TerritoryLevel[] = [TerritoryLevel.COMMUNE, TerritoryLevel.EPCI, TerritoryLevel.EPT];

/** A cell that names an organising authority. */
export const authorityId = text.refine(
  (id) => isTerritoryId(id) && authorityLevels.includes(parseTerritoryId(id).level),
  "attendu : une commune ou une intercommunalité, par exemple COMMUNE:52121 ou EPCI:200068658",
);
