import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { departmentCode, text } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writePart, writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";

export const sectors = defineDataset({
  name: "sectors",
  title: "Secteurs dans lesquels un document partage un département (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({ code: text, nom: text, departement: departmentCode, editeur: text, document: text, millesime: text }),
  convert: (lines) =>
    lines.flatMap(({ line, code, nom, departement, editeur, document, millesime }) => {
      const source = sourceOf(departement, { publisher: editeur, dataset: document, printedVintage: millesime, licence: null });
      return [
        writeTerritory(line, { level: TerritoryLevel.SECTOR, code, kind: TerritoryKind.CURRENT, name: nom, source }),
        writePart(line, territoryId(TerritoryLevel.DEPARTMENT, departement), territoryId(TerritoryLevel.SECTOR, code), source),
      ];
    }),
});
