import { z } from "zod";
import { defineDataset } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, list, optionalText, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { SchemeDetailKind } from "./scheme-detail.entity.ts";
import { schemeRows } from "./scheme-rows.ts";

/** The hub's own exchange layouts: what a CDSF secretariat sends. */

const axis = z.coerce.number().int().positive();
const inScheme = { departement: departmentCode, debut: year };

/** A document may give no more than the year. */
const dayOrYear = z.union([day, year.transform(String)], { error: "attendu : une date (2024-01-01), ou une année" });
/** A scheme ends years from now. */
const endDayOrYear = z.union([day, text.regex(/^(19|20)\d{2}$/)], { error: "attendu : une date (2029-12-31), ou une année" });
const yearOf = (printed: string) => Number(printed.slice(0, 4));
const dayIn = (printed: string) => (printed.length > 4 ? printed : null);

export const scheme = defineDataset({
  name: "scheme",
  title: "Schéma départemental des services aux familles (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      departement: departmentCode,
      debut: dayOrYear,
      fin: endDayOrYear,
      adopte_le: orEmpty(day),
      transmis_le: orEmpty(day),
      titre: text,
      faits: list(text).prefault(""),
      ...documentColumns,
    })
    .refine(({ debut, fin }) => fin.slice(0, 4) >= debut.slice(0, 4) && (fin.length + debut.length < 20 || fin >= debut), {
      path: ["fin"],
      error: "la fin précède le début",
    })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      schemeRows(row.departement, yearOf(row.debut)).scheme(
        row.line,
        {
          title: row.titre,
          endYear: yearOf(row.fin),
          startOn: dayIn(row.debut),
          endOn: dayIn(row.fin),
          adoptedOn: row.adopte_le,
          transmittedOn: row.transmis_le,
          printedFacts: row.faits,
        },
        documentOr(row.departement, row, cdsfSource(row.departement, "Schéma départemental des services aux familles", yearOf(row.debut))),
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
    objectif: optionalText,
    action: optionalText,
    libelle: text,
    calendrier: optionalText,
    pilote: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) => {
      const rows = schemeRows(row.departement, row.debut);
      const parent = row.objectif === null ? rows.axisId(row.axe) : rows.objectiveId(row.objectif);
      return rows.action(row.line, rows.actionId(row.axe, row.action, row.libelle), parent, row.libelle, row.calendrier, row.pilote);
    }),
});

/** One line is a detail of what it names last: an axis, an objective of it, or an action, by its number or, where it has none, its label. */
export const details = defineDataset({
  name: "scheme-details",
  title: "Partenaires, moyens, indicateurs, sous-actions et éléments de fiche d'un schéma (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    ...inScheme,
    axe: axis,
    objectif: optionalText,
    action: optionalText,
    libelle_action: optionalText,
    nature: z.enum(SchemeDetailKind),
    libelle: text,
    acteur: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) => {
      const rows = schemeRows(row.departement, row.debut);
      const isOfAction = row.action !== null || row.libelle_action !== null;
      const ofPlan = row.objectif === null ? rows.axisId(row.axe) : rows.objectiveId(row.objectif);
      const parent = isOfAction ? rows.actionId(row.axe, row.action, row.libelle_action ?? "") : ofPlan;
      return rows.detail(row.line, row.nature, parent, row.libelle, row.acteur);
    }),
});
