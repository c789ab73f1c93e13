import { z } from "zod";
import { today } from "../../../foundation/day.ts";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, list, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { recount } from "../inspections/recount.ts";
import { InspectionReview } from "./inspection-review.entity.ts";
import { isPublished } from "./published.ts";

/** The hub's own exchange layout: what a département's PMI service sends. */
export const reviews = defineDataset({
  name: "inspection-reviews",
  title: "Bilans annuels d'inspection (format d'échange du hub)",
  secrecy: "register",
  afterwards: recount,
  columns: z
    .object({
      departement: departmentCode,
      annee: year,
      presente_le: orEmpty(day),
      annexe_le: orEmpty(day),
      publie_le: orEmpty(day),
      qualite: list(text),
    })
    .refine(({ departement, publie_le }) => publie_le === null || isPublished(publie_le, today(departement)), {
      path: ["publie_le"],
      error: "la date de publication est à venir : laissez-la vide, et transmettez à nouveau le bilan une fois publié",
    }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, InspectionReview, {
        plan: `${row.departement}-${row.annee}`,
        presentedOn: row.presente_le,
        annexedOn: row.annexe_le,
        publishedOn: row.publie_le,
        qualityNotes: row.qualite,
      }),
    ),
});
