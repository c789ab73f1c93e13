import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { communeCode, departmentCode, list, text } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writePart, writeTerritory } from "./place.ts";
import { TerritoryKind } from "./territory.entity.ts";

const source = (code: string, dataset: string, printedVintage: string) =>
  sourceOf(code, { publisher: "France Travail", dataset, printedVintage, licence: null });

const basinCode = z.string().regex(/^(\d{3,4}|ZZ\d{2})$/, "attendu : un code de bassin d'emploi (3 ou 4 chiffres)");
const basinId = (code: string) => territoryId(TerritoryLevel.EMPLOYMENT_BASIN, code);

export const employmentBasins = defineDataset({
  name: "employment-basins",
  title: "Bassins d'emploi de l'enquête Besoins en main-d'œuvre et leurs départements (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({ code: basinCode, nom: text, departements: list(departmentCode) }),
  convert: (lines) =>
    lines.flatMap(({ line, code, nom, departements }) => {
      const from = source(code, "Enquête Besoins en main-d'œuvre (BMO)", "2024 et 2025");
      const kind = code.startsWith("ZZ") ? TerritoryKind.DEMONSTRATION : TerritoryKind.CURRENT;
      return [
        writeTerritory(line, { level: TerritoryLevel.EMPLOYMENT_BASIN, code, kind, name: nom, source: from }),
        ...departements.map((each) => writePart(line, territoryId(TerritoryLevel.DEPARTMENT, each), basinId(code), from)),
      ];
    }),
});

export const communesOfBasins = defineDataset({
  name: "employment-basin-communes",
  title: "Communes des bassins d'emploi (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({ commune: communeCode, bassin: basinCode }),
  convert: (lines) =>
    lines.map(({ line, commune, bassin }) =>
      writePart(
        line,
        basinId(bassin),
        territoryId(TerritoryLevel.COMMUNE, commune),
        source(
          commune,
          "Correspondance des communes et des bassins d'emploi BMO, communes de 2026 par le hub",
          "géographie antérieure à 2012",
        ),
      ),
    ),
});
