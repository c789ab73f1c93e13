import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, departmentCode } from "../../../foundation/imports/french-values.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { TerritoryPopulation } from "./territory-population.entity.ts";

/** Of 1 January 2023; in law they count from 1 January 2026. The file names its year in its name alone. */
const vintage = 2023;
const inForceFrom = `${vintage + 3}-01-01`;

const source = (code: string) =>
  sourceOf(code, {
    publisher: "Insee",
    dataset: "Populations de référence",
    printedVintage: `1er janvier ${vintage}`,
    licence: "Licence Ouverte 2.0",
  });

/** @param column its code, as the file calls it */
function populations<Column extends string>(
  name: string,
  title: string,
  level: TerritoryLevel,
  column: Column,
  code: z.ZodType<string, string>,
) {
  return defineDataset({
    name,
    title,
    secrecy: "published",
    fileName: { pattern: new RegExp(`_${vintage}\\b`), example: `populations_communes_${vintage}.csv` },
    columns: z.object({ [column]: code, population_municipale: count, population_totale: count }) as unknown as z.ZodObject<{
      population_municipale: typeof count;
      population_totale: typeof count;
    }>,
    convert: (lines) =>
      lines.map((row) => {
        const found = (row as unknown as Record<Column, string>)[column];
        return write(row.line, TerritoryPopulation, {
          territory: territoryId(level, found),
          inForceFrom,
          municipal: row.population_municipale,
          total: row.population_totale,
          source: source(found),
        });
      }),
  });
}

const { COMMUNE, DEPARTMENT } = TerritoryLevel;

export const ofCommunes = populations(
  "populations-communes",
  "Populations de référence des communes (Insee)",
  COMMUNE,
  "code_commune",
  communeCode,
);
export const ofDepartments = populations(
  "populations-departments",
  "Populations de référence des départements (Insee)",
  DEPARTMENT,
  "code_departement",
  departmentCode,
);
