import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { departmentCode, text } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { pmiSource } from "../pmi-source.ts";
import { ChildminderHouse } from "./childminder-house.entity.ts";

/** The hub's own exchange layout: what a département's PMI service sends. */
export const childminderHouses = defineDataset({
  name: "childminder-houses",
  title: "Maisons d'assistants maternels (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({ id: text, nom: text, departement: departmentCode, commune_imprimee: text, ...documentColumns })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ChildminderHouse, {
        id: row.id,
        name: row.nom,
        departmentCode: row.departement,
        printedCommune: row.commune_imprimee,
        source: documentOr(row.departement, row, pmiSource(row.departement, "Maisons d'assistants maternels", "à la réception du fichier")),
      }),
    ),
});
