import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import {
  communeCode,
  count,
  day,
  departmentCode,
  optionalText,
  orEmpty,
  siren,
  text,
  year,
} from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, printedText, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { programmeColumns, programmeRow, territoryIds } from "../../../foundation/programmes/programme.import.ts";
import { departmentOfCommune } from "../../../foundation/territories/department-of-commune.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { AgreementStatus, TerritorialAgreement } from "./territorial-agreement.entity.ts";

const codes = { COMMUNE: communeCode, EPCI: siren, DEPARTMENT: departmentCode };

const yearOf = (day: string) => Number(day.slice(0, 4));

/** A SIREN says nothing of its department. */
function departmentOf(level: keyof typeof codes, code: string): string | null {
  if (code.startsWith("ZZ")) return "ZZ";
  if (level === "EPCI") return null;
  return level === "DEPARTMENT" ? code : departmentOfCommune(code);
}

export const agreements = defineDataset({
  name: "agreements",
  title: "Conventions territoriales globales transmises par une Caf (format d'échange du hub)",
  secrecy: "register",
  columns: z
    .object({
      id: text,
      niveau: z.enum(["COMMUNE", "EPCI", "DEPARTMENT"]),
      territoire: text,
      departement: orEmpty(departmentCode).optional(),
      statut: z.enum(AgreementStatus),
      signee_le: orEmpty(day),
      annee_signature: orEmpty(year).prefault(""),
      rang: orEmpty(count).prefault(""),
      debut: orEmpty(day),
      fin: orEmpty(day),
      titre: optionalText.prefault(""),
      territoires_couverts: territoryIds.prefault(""),
      territoires_signataires: territoryIds.prefault(""),
      ...programmeColumns,
      valeur_imprimee: printedText,
      ...documentColumns,
    })
    .refine(...wholeDocument)
    .superRefine(({ niveau, territoire, departement, statut, signee_le, annee_signature, debut, fin }, issue) => {
      const known = codes[niveau].safeParse(territoire);
      if (!known.success) issue.addIssue({ code: "custom", path: ["territoire"], message: known.error.issues[0]!.message });
      else if (!departement && !departmentOf(niveau, territoire))
        issue.addIssue({
          code: "custom",
          path: ["departement"],
          message: "cellule vide : le département d'un EPCI ne se déduit pas de son SIREN",
        });
      if (annee_signature !== null && (statut !== AgreementStatus.SIGNED || (signee_le && yearOf(signee_le) !== annee_signature)))
        issue.addIssue({
          code: "custom",
          path: ["annee_signature"],
          message: "une CTG signée a une année, celle de signee_le ; une autre n'en a pas",
        });
      if (debut && fin && fin < debut) issue.addIssue({ code: "custom", path: ["fin"], message: "la fin précède le début" });
    }),
  convert: (lines) =>
    lines.map((row) => {
      const holder = territoryId(TerritoryLevel[row.niveau], row.territoire);
      const agreement = {
        id: row.id,
        title: row.titre ?? "Convention territoriale globale (CTG)",
        department: row.departement ?? departmentOf(row.niveau, row.territoire),
        holder,
        territoryIds: [holder, ...row.territoires_signataires, ...row.territoires_couverts],
        signerIds: [...new Set([holder, ...row.territoires_signataires])],
        status: row.statut,
        signedYear: row.signee_le ? yearOf(row.signee_le) : row.annee_signature,
        adoptedOn: row.signee_le,
        rank: row.rang,
        startOn: row.debut,
        endOn: row.fin,
        printed: row.valeur_imprimee,
        source: documentOr(
          row.territoire,
          row,
          sourceOf(row.territoire, {
            publisher: "Caf",
            dataset: "Conventions territoriales globales, transmission directe au hub",
            printedVintage: "à la réception du fichier",
            licence: "Licence Ouverte 2.0",
          }),
        ),
      };
      return programmeRow(row.line, TerritorialAgreement, row, agreement);
    }),
});
