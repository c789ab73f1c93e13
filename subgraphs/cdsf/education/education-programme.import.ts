import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { day, departmentCode, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { ownId } from "../../../foundation/imports/checks/own-id.ts";
import { documentColumns, documentOr, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { programmeColumns, programmeRow, territoryIds } from "../../../foundation/programmes/programme.import.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { cdsfSource } from "../cdsf-source.ts";
import { CafInvolvement, EducationProgramme, EducationProgrammeKind } from "./education-programme.entity.ts";

/** « Nancy (54395); Laxou (54304) » → codes. */
const communes = text.transform((printed, issue) => {
  const codes = printed.split(";").map((each) => /\((\d[\dAB]\d{3})\)\s*$/.exec(each)?.[1]);
  if (codes.every((code) => code !== undefined)) return codes;
  issue.addIssue({ code: "custom", message: "attendu : des communes et leurs codes, par exemple Nancy (54395); Laxou (54304)" });
  return z.NEVER;
});

const listed = (printed: string) => printed.split(" ; ");

/** The layout of the ANCT: one feature a place, which several cités share. */
export const citesEducatives = defineDataset({
  name: "cites-educatives",
  title: "Cités éducatives (ANCT)",
  secrecy: "published",
  columns: z
    .object({ id_territoire: text, lib_territoire: text, liste_geo: communes })
    .refine(({ id_territoire, lib_territoire }) => listed(id_territoire).length === listed(lib_territoire).length, {
      path: ["lib_territoire"],
      error: "il faut un libellé par identifiant, séparés par « ; »",
    }),
  convert: (lines) =>
    lines.flatMap(({ line, id_territoire, lib_territoire, liste_geo }) =>
      listed(id_territoire).map((id, index) =>
        programmeRow(
          line,
          EducationProgramme,
          { signataires: null, thematiques: null, avenants: [] },
          {
            id,
            kind: EducationProgrammeKind.CITE_EDUCATIVE,
            title: `Cité éducative ${listed(lib_territoire)[index]}`,
            cafInvolvement: null,
            department: departmentOfCommune(liste_geo[0]!),
            territoryIds: liste_geo.map((code) => territoryId(TerritoryLevel.COMMUNE, code)),
            startOn: null,
            endOn: null,
            adoptedOn: null,
            source: sourceOf(liste_geo[0]!, {
              publisher: "ANCT",
              dataset: "Cités éducatives",
              printedVintage: "2024",
              licence: "Licence Ouverte 2.0",
            }),
          },
        ),
      ),
    ),
});

/** The hub's own exchange layout: what a CDSF secretariat sends. */
export const educationProgrammes = defineDataset({
  name: "education-programmes",
  title: "Programmes éducatifs de territoire : TER, PEDT, cités éducatives (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      departement: departmentCode,
      type: z.enum(EducationProgrammeKind),
      titre: text,
      territoires: territoryIds.refine(({ length }) => length > 0, "cellule vide"),
      debut: orEmpty(day),
      fin: orEmpty(day),
      signe_le: orEmpty(day).prefault(""),
      implication_caf: orEmpty(z.enum(CafInvolvement)),
      ...programmeColumns,
      ...documentColumns,
    })
    .refine(...ownId)
    .refine(({ debut, fin }) => debut === null || fin === null || debut <= fin, { path: ["fin"], error: "la fin précède le début" })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      programmeRow(row.line, EducationProgramme, row, {
        id: row.id,
        kind: row.type,
        title: row.titre,
        cafInvolvement: row.implication_caf,
        department: row.departement,
        territoryIds: row.territoires,
        startOn: row.debut,
        endOn: row.fin,
        adoptedOn: row.signe_le,
        source: documentOr(
          row.departement,
          row,
          cdsfSource(row.departement, "Programmes éducatifs", row.debut?.slice(0, 4) ?? "sans date"),
        ),
      }),
    ),
});
