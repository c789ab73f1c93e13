import { z } from "zod";
import { defineDataset, type Write, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, departmentCode, siren } from "../../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { TerritoryProfile } from "./territory-profile.entity.ts";

/** What lists are narrowed by, out of the files that tell the reference of territories too. */

const { COMMUNE, EPCI, DEPARTMENT } = TerritoryLevel;

const populationOf = (line: number, level: TerritoryLevel, code: string, population: number): Write =>
  write(line, TerritoryProfile, { level, code, population });

/** In three levels: dense or urban, intermediate, rural. */
const grade = z.enum(["1", "2", "3"], { error: "attendu : 1, 2 ou 3" });
const rural = "3";

const densityOf = (line: number, level: TerritoryLevel, code: string, found: z.output<typeof grade>): Write =>
  write(line, TerritoryProfile, { level, code, isRural: found === rural });

export const populationsOfCommunes = defineDataset({
  name: "populations-communes",
  title: "Populations de référence des communes (Insee), pour restreindre les listes de valeurs",
  secrecy: "published",
  columns: z.object({ code_commune: communeCode, population_totale: count }),
  convert: (lines) => lines.map((row) => populationOf(row.line, COMMUNE, row.code_commune, row.population_totale)),
});

export const populationsOfDepartments = defineDataset({
  name: "populations-departments",
  title: "Populations de référence des départements (Insee), pour restreindre les listes de valeurs",
  secrecy: "published",
  columns: z.object({ code_departement: departmentCode, population_totale: count }),
  convert: (lines) => lines.map((row) => populationOf(row.line, DEPARTMENT, row.code_departement, row.population_totale)),
});

export const densityOfCommunes = defineDataset({
  name: "density-communes",
  title: "Grille de densité des communes (Insee), pour restreindre les listes de valeurs",
  secrecy: "published",
  columns: z.object({ CODGEO: communeCode, DENS: grade }),
  convert: (lines) => lines.map((row) => densityOf(row.line, COMMUNE, row.CODGEO, row.DENS)),
});

export const densityOfEpcis = defineDataset({
  name: "density-epci",
  title: "Grille de densité des EPCI (Insee), pour restreindre les listes de valeurs",
  secrecy: "published",
  columns: z.object({ ECPI: siren, DENS: grade }),
  convert: (lines) => lines.map((row) => densityOf(row.line, EPCI, row.ECPI, row.DENS)),
});

export const densityOfDepartments = defineDataset({
  name: "density-departments",
  title: "Grille de densité des départements (Insee), pour restreindre les listes de valeurs",
  secrecy: "published",
  columns: z.object({ DEP: departmentCode, DENS: grade }),
  convert: (lines) => lines.map((row) => densityOf(row.line, DEPARTMENT, row.DEP, row.DENS)),
});
