import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { Milestone } from "./milestone.entity.ts";

/** The hub's own exchange layout: what a CDSF secretariat sends. */
export const milestones = defineDataset({
  name: "milestones",
  title: "Échéances tenues ou non par un département (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, echeance: text, annee: year, fait_le: orEmpty(day), transmis_a: optionalText }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Milestone, {
        department: row.departement,
        rule: row.echeance,
        year: row.annee,
        doneOn: row.fait_le,
        sentTo: row.transmis_a,
        source: cdsfSource(row.departement, "Suivi des échéances", row.annee),
      }),
    ),
});
