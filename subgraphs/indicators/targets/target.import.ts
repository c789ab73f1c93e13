import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { day, decimal, departmentCode, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { Target } from "./target.entity.ts";
import { hasTrajectory } from "./target-trajectory.ts";

/** The hub's own exchange layout: what a CDSF secretariat sends. */
export const targets = defineDataset({
  name: "targets",
  title: "Cibles des indicateurs (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      departement: departmentCode,
      indicateur: text,
      horizon: year.or(z.coerce.number().int().min(2024).max(2040)),
      valeur: decimal,
      annee_depart: year,
      valeur_depart: decimal,
      fixe_le: orEmpty(day),
    })
    .refine(({ horizon, annee_depart }) => hasTrajectory({ horizon, baselineYear: annee_depart }), {
      path: ["horizon"],
      error: "l'horizon doit suivre l'année de départ",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Target, {
        id: `${row.departement}-${row.indicateur}`,
        department: row.departement,
        indicator: row.indicateur,
        horizon: row.horizon,
        value: row.valeur,
        baselineYear: row.annee_depart,
        baselineValue: row.valeur_depart,
        setOn: row.fixe_le,
        source: sourceOf(row.departement, {
          publisher: `CDSF du département ${row.departement}`,
          dataset: "Cibles du schéma départemental",
          printedVintage: String(row.annee_depart),
          licence: "Licence Ouverte 2.0",
        }),
      }),
    ),
});
