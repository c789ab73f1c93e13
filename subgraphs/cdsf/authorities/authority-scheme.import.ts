import { z } from "zod";
import { defineDataset } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, list, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { ownId } from "../../../foundation/imports/checks/own-id.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { programmeColumns, programmeRow, territoryIds } from "../../../foundation/programmes/programme.import.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { authorityId } from "./authority-id.ts";
import { AuthorityScheme, type SchemeItem, schemeItems } from "./authority-scheme.entity.ts";

const isItem = (code: string): code is SchemeItem => Object.hasOwn(schemeItems, code);

/** « QUALITY:oui ». */
const item = text.transform((printed, issue): [SchemeItem, boolean] => {
  const [, code = "", said] = /^([A-Z_]+)\s*:\s*(oui|non)$/.exec(printed) ?? [];
  if (isItem(code)) return [code, said === "oui"];
  issue.addIssue({
    code: "custom",
    message: `attendu : un élément, puis oui ou non, par exemple QUALITY:oui (${Object.keys(schemeItems).join(", ")})`,
  });
  return z.NEVER;
});

/** The hub's own exchange layout: what an authority transmits to the committee. */
export const authoritySchemes = defineDataset({
  name: "authority-schemes",
  title: "Schémas pluriannuels des autorités organisatrices (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      departement: departmentCode,
      autorites: list(authorityId).refine(({ length }) => length > 0, "cellule vide"),
      titre: text,
      debut: orEmpty(day),
      fin: orEmpty(day),
      adopte_le: orEmpty(day),
      transmis_le: orEmpty(day),
      zones_insuffisantes: territoryIds.prefault(""),
      contenu: list(item).prefault(""),
      ...programmeColumns,
      ...documentColumns,
    })
    .refine(...ownId)
    .refine(({ debut, fin }) => debut === null || fin === null || debut <= fin, { path: ["fin"], error: "la fin précède le début" })
    .refine(({ adopte_le, transmis_le }) => adopte_le === null || transmis_le === null || adopte_le <= transmis_le, {
      path: ["transmis_le"],
      error: "un schéma est transmis après son adoption",
    })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      programmeRow(row.line, AuthorityScheme, row, {
        id: row.id,
        department: row.departement,
        title: row.titre,
        territoryIds: row.autorites,
        startOn: row.debut,
        endOn: row.fin,
        adoptedOn: row.adopte_le,
        transmittedOn: row.transmis_le,
        insufficient: row.zones_insuffisantes,
        told: Object.fromEntries(row.contenu),
        source: documentOr(
          row.departement,
          row,
          cdsfSource(row.departement, "Schéma pluriannuel d'une autorité organisatrice", row.debut?.slice(0, 4) ?? "sans date"),
        ),
      }),
    ),
});
