import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { count, day, departmentCode, optionalText, orEmpty } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { withoutOverlaps } from "../../../foundation/imports/checks/overlaps.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { Seat } from "./seat.entity.ts";
import { SeatCategory } from "./seat-category.ts";

/** The hub's own exchange layout: what a CDSF secretariat sends. A line without a holder says that the seat is vacant. */
export const seats = defineDataset({
  name: "seats",
  title: "Sièges d'un CDSF, par catégorie : qui les occupe, et quand ils sont vacants (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      departement: departmentCode,
      categorie: z.enum(SeatCategory),
      numero: count.refine((value) => value > 0, "attendu : un numéro, à partir de 1"),
      titulaire: optionalText,
      depuis: day,
      jusqu_au: orEmpty(day).prefault(""),
      ...documentColumns,
    })
    .refine(({ depuis, jusqu_au }) => jusqu_au === null || depuis <= jusqu_au, { path: ["jusqu_au"], error: "la fin précède le début" })
    .refine(...wholeDocument),
  afterwards: withoutOverlaps(Seat, ["committee", "category", "number"]),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, Seat, {
        committee: row.departement,
        category: row.categorie,
        number: row.numero,
        since: row.depuis,
        until: row.jusqu_au,
        holder: row.titulaire,
        source: documentOr(row.departement, row, cdsfSource(row.departement, "Composition du comité", row.depuis.slice(0, 4))),
      }),
    ),
});
