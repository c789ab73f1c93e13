import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, day, departmentCode, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { AvipLabel } from "./avip-label.entity.ts";

/** The hub's own exchange layout. */
export const avipLabels = defineDataset({
  name: "avip-labels",
  title: "Labels Avip des établissements (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ etablissement: text, departement: departmentCode, labellise_le: day, jusqu_au: orEmpty(day), places: orEmpty(count) })
    .refine(({ labellise_le, jusqu_au }) => jusqu_au === null || labellise_le <= jusqu_au, {
      path: ["jusqu_au"],
      error: "la fin précède la labellisation",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, AvipLabel, {
        id: `${row.etablissement}-${row.labellise_le}`,
        facilityId: row.etablissement,
        department: row.departement,
        labelledOn: row.labellise_le,
        until: row.jusqu_au,
        places: row.places,
        source: sourceOf(row.departement, {
          publisher: "Caf",
          dataset: "Labels Avip, transmission directe au hub",
          printedVintage: row.labellise_le.slice(0, 4),
          licence: "Licence Ouverte 2.0",
        }),
      }),
    ),
});
