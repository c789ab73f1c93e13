import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, optionalText, text } from "../../../foundation/imports/french-values.ts";
import { ChildcareFacility } from "./childcare-facility.entity.ts";
import { ChildminderHouse } from "./childminder-house.entity.ts";
import { facilityTypeNames, facilityTypes } from "./facility-types.ts";

/** The directories printed in the SDSF of Haute-Marne 2016-2019. */

const source = (printedVintage: string) =>
  sourceOf("52", {
    publisher: "CDSF de la Haute-Marne",
    dataset: "Schéma départemental des services aux familles 2016-2019",
    printedVintage,
    licence: null,
  });

/** Printed names that are the full name of one commune of 2026; « Montigny » or « Andelot / Doulaincourt » are nobody's, and stay as printed. */
const communes: Record<string, string> = {
  Auberive: "52023",
  Chaumont: "52121",
  Chevillon: "52123",
  Isômes: "52249",
  Joinville: "52250",
  Langres: "52269",
  Nogent: "52353",
  Rolampont: "52432",
  "Saint-Dizier": "52448",
  Sommevoire: "52479",
  Wassy: "52550",
};

export const facilities = defineDataset({
  name: "haute-marne-facilities",
  title: "EAJE de la Haute-Marne au 31 décembre 2015 (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({
    eaje_key: text,
    territoire_imprime: text,
    nom_imprime: text,
    commune_imprimee: text,
    type: z.enum(facilityTypeNames),
    places_31_12_2015: count,
    secteur_derive: optionalText,
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, ChildcareFacility, {
        id: `52-2015-${row.eaje_key.replace(/^hm-eaje-/, "")}`,
        name: row.nom_imprime,
        category: facilityTypes[row.type],
        printedType: row.type,
        financing: null,
        departmentCode: "52",
        communeCode: communes[row.commune_imprimee] ?? null,
        printedCommune: row.commune_imprimee,
        operator: null,
        authorisedPlaces: row.places_31_12_2015,
        openedOn: null,
        closedOn: null,
        statedOn: "2015-12-31",
        source: source("31 décembre 2015"),
      }),
    ),
});

export const childminderHouses = defineDataset({
  name: "haute-marne-childminder-houses",
  title: "Maisons d'assistants maternels de la Haute-Marne en 2015 (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({ commune: text, nom_structure: text }),
  convert: (lines) =>
    lines.map(({ line, commune, nom_structure }) =>
      write(line, ChildminderHouse, {
        id: `52-2015-mam-${String(line - 1).padStart(2, "0")}`,
        name: nom_structure,
        departmentCode: "52",
        printedCommune: commune,
        source: source("2015"),
      }),
    ),
});
