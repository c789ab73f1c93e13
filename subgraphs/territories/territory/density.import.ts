import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, departmentCode, siren } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { TerritoryDensity } from "./territory-density.entity.ts";

/** Of the grid, which the file says in its name alone. */
const vintage = 2025;

const source = sourceOf("FR", {
  publisher: "Insee",
  dataset: "Grille communale de densité",
  printedVintage: String(vintage),
  licence: "Licence Ouverte 2.0",
});

/** In three levels: dense or urban, intermediate, rural. */
const grade = z.enum(["1", "2", "3"], { error: "attendu : 1, 2 ou 3" });
const rural = "3";

/** @param column its code, as the file calls it */
function grid<Column extends string>(name: string, title: string, level: TerritoryLevel, column: Column, code: z.ZodType<string, string>) {
  return defineDataset({
    name,
    title,
    secrecy: "published",
    fileName: { pattern: new RegExp(`_${vintage}\\b`), example: `grille_densite_communes_${vintage}.csv` },
    columns: z.object({ [column]: code, DENS: grade } as Record<Column, typeof code> & { DENS: typeof grade }),
    convert: (lines) =>
      lines.map((row) => {
        const { line, DENS, [column]: found } = row as unknown as { line: number; DENS: string } & Record<Column, string>;
        return write(line, TerritoryDensity, { territory: territoryId(level, found as string), isRural: DENS === rural, source });
      }),
  });
}

const { COMMUNE, EPCI, DEPARTMENT } = TerritoryLevel;

export const densityOfCommunes = grid("density-communes", "Grille de densité des communes (Insee)", COMMUNE, "CODGEO", communeCode);
export const densityOfEpcis = grid("density-epci", "Grille de densité des EPCI (Insee)", EPCI, "ECPI", siren);
export const densityOfDepartments = grid(
  "density-departments",
  "Grille de densité des départements (Insee)",
  DEPARTMENT,
  "DEP",
  departmentCode,
);
