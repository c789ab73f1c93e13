import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, departmentCode, text } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { MsaMeans } from "./msa-means.entity.ts";

/** The hub's own exchange layout: what an MSA sends, or a scheme prints. */
export const means = defineDataset({
  name: "means",
  title: "Moyens que la MSA engage dans un schéma départemental des services aux familles (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({ departement: departmentCode, axe: count, rang: count, moyen: text, ...documentColumns }).refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, MsaMeans, {
        department: row.departement,
        axis: row.axe,
        position: row.rang,
        label: row.moyen,
        source: documentOr(
          row.departement,
          row,
          sourceOf(row.departement, {
            publisher: "MSA",
            dataset: "Moyens engagés dans le schéma, transmission directe au hub",
            printedVintage: "à la réception du fichier",
            licence: "Licence Ouverte 2.0",
          }),
        ),
      }),
    ),
});
