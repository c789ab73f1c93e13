import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { communeCode, year } from "../../../foundation/imports/french-values.ts";
import { numberCell, usual } from "../../../foundation/numbers/number-cell.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";

const cell = numberCell({ absent: { ...usual.empty, ...usual.unknown, ...usual.secret }, isCount: true });

/** The official geography in which all its years are counted. */
const geography = 2025;

const notes = ["Catégories A, B et C, moyenne du 4e trimestre."];

export const jobSeekers = defineDataset({
  name: "job-seekers",
  title: "Demandeurs d'emploi par commune, moyenne du 4e trimestre (Dares, une colonne par année)",
  secrecy: "published",
  wide: { year: "annee", value: "demandeurs" },
  columns: z.object({ code_commune: communeCode, annee: year, demandeurs: cell }),
  convert: (lines) =>
    lines.map((row) =>
      writeObservation(row.line, {
        measure: "job-seekers",
        level: TerritoryLevel.COMMUNE,
        code: row.code_commune,
        year: row.annee,
        unit: "demandeurs d'emploi",
        ...row.demandeurs,
        notes,
        perimeter: geography,
        source: sourceOf(row.code_commune, {
          publisher: "Dares",
          dataset: "Demandeurs d'emploi inscrits à France Travail, par commune",
          printedVintage: `4e trimestre ${row.annee}`,
          licence: "Licence Ouverte 2.0",
          roundedTo: 5,
        }),
      }),
    ),
});
