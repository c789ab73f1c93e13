import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { decimal, departmentCode, orEmpty, text, year } from "../../../foundation/imports/french-values.ts";
import { FacilityFunding, FundingMode } from "./facility-funding.entity.ts";

export const funding = defineDataset({
  name: "funding",
  title: "Aides au fonctionnement versées aux EAJE, transmises par une Caf (format d'échange du hub)",
  secrecy: "register",
  columns: z.object({
    etablissement: text,
    departement: departmentCode,
    annee: year,
    mode: z.enum(FundingMode),
    psu: orEmpty(decimal),
    bonus_territoire: orEmpty(decimal),
    bonus_mixite_sociale: orEmpty(decimal),
    bonus_inclusion_handicap: orEmpty(decimal),
  }),
  convert: (lines) =>
    lines.map((row) =>
      write(row.line, FacilityFunding, {
        facility: row.etablissement,
        year: row.annee,
        mode: row.mode,
        psuAmount: row.psu,
        territoryBonusAmount: row.bonus_territoire,
        socialMixBonusAmount: row.bonus_mixite_sociale,
        disabilityInclusionBonusAmount: row.bonus_inclusion_handicap,
        source: sourceOf(row.departement, {
          publisher: "Caf",
          dataset: "Aides au fonctionnement des EAJE, transmission directe au hub",
          printedVintage: String(row.annee),
          licence: "Licence Ouverte 2.0",
        }),
      }),
    ),
});
