import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, day, departmentCode, optionalText, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { documentColumns, documentOr, printedText, wholeDocument } from "../../../foundation/imports/printed-document.ts";
import { pmiSource } from "../pmi-source.ts";
import { AuthorisationKind, authorisationEnd } from "./authorisation-end.ts";
import { ChildcareFacility, FacilityFinancing } from "./childcare-facility.entity.ts";
import { facilityTypeNames, facilityTypes } from "./facility-types.ts";
import { staysInItsDepartment } from "./stays-in-its-department.ts";

/** The hub's own exchange layout: what a département's PMI service sends. One that is authorised and not open yet opens after the day that its line describes. */
export const facilities = defineDataset({
  name: "facilities",
  title: "Établissements autorisés (format d'échange du hub)",
  secrecy: "register",
  beforehand: staysInItsDepartment,
  columns: z
    .object({
      id: text,
      nom: text,
      departement: departmentCode,
      commune: orEmpty(communeCode),
      commune_imprimee: printedText,
      type: z.enum(facilityTypeNames),
      type_imprime: printedText,
      capacite: count,
      ouvert_le: orEmpty(day),
      ferme_le: orEmpty(day),
      gestionnaire: optionalText,
      financement: orEmpty(z.enum(FacilityFinancing)),
      autorise_le: orEmpty(day).prefault(""),
      nature_autorisation: orEmpty(z.enum(AuthorisationKind)).prefault(""),
      situation_au: day,
      ...documentColumns,
    })
    .refine(({ commune, commune_imprimee }) => commune !== null || commune_imprimee !== null, {
      path: ["commune"],
      error: "attendu : le code de la commune, ou son nom tel qu'un document l'imprime (commune_imprimee)",
    })
    .refine(({ ouvert_le, ferme_le }) => ouvert_le === null || ferme_le === null || ouvert_le <= ferme_le, {
      path: ["ferme_le"],
      error: "la fermeture précède l'ouverture",
    })
    .refine(({ autorise_le, nature_autorisation }) => (autorise_le === null) === (nature_autorisation === null), {
      path: ["nature_autorisation"],
      error: "une autorisation, ou un avis, a un jour : les deux cellules vont ensemble",
    })
    .refine(...wholeDocument),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ChildcareFacility, {
        id: row.id,
        name: row.nom,
        category: facilityTypes[row.type],
        printedType: row.type_imprime ?? row.type,
        financing: row.financement,
        departmentCode: row.departement,
        communeCode: row.commune,
        printedCommune: row.commune_imprimee,
        operator: row.gestionnaire,
        authorisedPlaces: row.capacite,
        openedOn: row.ouvert_le,
        closedOn: row.ferme_le,
        authorisedOn: row.autorise_le,
        authorisationKind: row.nature_autorisation,
        authorisationEndsOn: row.autorise_le && authorisationEnd(row.autorise_le, row.nature_autorisation!),
        statedOn: row.situation_au,
        source: documentOr(row.departement, row, pmiSource(row.departement, "Établissements autorisés", row.situation_au)),
      }),
    ),
});
