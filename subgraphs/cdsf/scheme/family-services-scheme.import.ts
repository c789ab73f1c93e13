import { z } from "zod";
import { defineDataset } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { schemeRows } from "./scheme-rows.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. */

const axis = z.coerce.number().int().positive();
const inScheme = { departement: departmentCode, debut: year };

export const scheme = defineDataset({
  name: "scheme",
  title: "Schéma départemental des services aux familles (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, debut: day, fin: day, adopte_le: orEmpty(day), transmis_le: orEmpty(day), titre: text }),
  convert: (lines) =>
    lines.map((row) =>
      schemeRows(row.departement, Number(row.debut.slice(0, 4))).scheme(
        row.line,
        {
          title: row.titre,
          endYear: Number(row.fin.slice(0, 4)),
          startOn: row.debut,
          endOn: row.fin,
          adoptedOn: row.adopte_le,
          transmittedOn: row.transmis_le,
        },
        cdsfSource(row.departement, "Schéma départemental des services aux familles", row.debut.slice(0, 4)),
      ),
    ),
});

export const axes = defineDataset({
  name: "scheme-axes",
  title: "Axes d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...inScheme, axe: axis, libelle: text, calendrier: optionalText }),
  convert: (lines) => lines.map((row) => schemeRows(row.departement, row.debut).axis(row.line, row.axe, row.libelle, row.calendrier)),
});

export const objectives = defineDataset({
  name: "scheme-objectives",
  title: "Objectifs d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ ...inScheme, axe: axis, objectif: text, libelle: text, calendrier: optionalText }),
  convert: (lines) =>
    lines.map((row) => schemeRows(row.departement, row.debut).objective(row.line, row.axe, row.objectif, row.libelle, row.calendrier)),
});

export const actions = defineDataset({
  name: "scheme-actions",
  title: "Actions d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    ...inScheme,
    axe: axis,
    objectif: text,
    action: text,
    libelle: text,
    calendrier: optionalText,
    pilote: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) => {
      const rows = schemeRows(row.departement, row.debut);
      const id = `${row.departement}-${row.debut}-action-${row.axe}.${row.action}`;
      return rows.action(row.line, id, rows.objectiveId(row.objectif), row.libelle, row.calendrier, row.pilote);
    }),
});
