import { z } from "zod";
import { defineDataset, write } from "../../../foundation/imports/dataset.ts";
import { communeCode, count, day, departmentCode, optionalText, orEmpty, text } from "../../../foundation/imports/french-values.ts";
import { pmiSource } from "../pmi-source.ts";
import { ChildcareFacility, FacilityFinancing } from "./childcare-facility.entity.ts";
import { facilityTypeNames, facilityTypes } from "./facility-types.ts";

/** The hub's own exchange layout: what a département's PMI service sends. */
export const facilities = defineDataset({
  name: "facilities",
  title: "Établissements autorisés (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    id: text,
    nom: text,
    departement: departmentCode,
    commune: communeCode,
    type: z.enum(facilityTypeNames),
    capacite: count,
    ouvert_le: orEmpty(day),
    ferme_le: orEmpty(day),
    gestionnaire: optionalText,
    financement: orEmpty(z.enum(FacilityFinancing)),
    situation_au: day,
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ChildcareFacility, {
        id: row.id,
        name: row.nom,
        category: facilityTypes[row.type],
        printedType: row.type,
        financing: row.financement,
        departmentCode: row.departement,
        communeCode: row.commune,
        printedCommune: null,
        operator: row.gestionnaire,
        authorisedPlaces: row.capacite,
        openedOn: row.ouvert_le,
        closedOn: row.ferme_le,
        statedOn: row.situation_au,
        source: pmiSource(row.departement, "Établissements autorisés", row.situation_au),
      }),
    ),
});
