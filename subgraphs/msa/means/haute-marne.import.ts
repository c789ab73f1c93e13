import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { count, text, year } from "../../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { MsaMeans } from "./msa-means.entity.ts";

const department = "52";

const source = (printedVintage: string) =>
  sourceOf(department, {
    publisher: "MSA Sud Champagne (via le SDSF de la Haute-Marne 2016-2019)",
    dataset: "Schéma départemental des services aux familles 2016-2019",
    printedVintage,
    licence: null,
  });

/** Codes of the catalogue. */
const measures = {
  allocataires_msa: "BENEFICIARIES",
  enfants_moins_6_ans_msa: "CHILDREN_UNDER_SIX",
  familles_monoparentales_msa: "SINGLE_PARENT_FAMILIES",
};

export const agriculturalScheme = defineDataset({
  name: "haute-marne-msa",
  title: "Allocataires et familles du régime agricole en Haute-Marne (SDSF 2016-2019)",
  secrecy: "published",
  columns: z.object({
    indicateur: z.enum(Object.keys(measures) as (keyof typeof measures)[]),
    unite: text,
    valeur_imprimee: count,
    date: year,
  }),
  ignored: ({ indicateur }) => (indicateur?.endsWith("_msa") ? null : "chiffre d'un autre producteur que la MSA"),
  convert: (lines) =>
    lines.map(({ line, indicateur, unite, valeur_imprimee, date }) =>
      writeObservation(line, {
        measure: measures[indicateur],
        level: TerritoryLevel.DEPARTMENT,
        code: department,
        year: date,
        value: valeur_imprimee,
        unit: unite,
        source: source(String(date)),
      }),
    ),
});

export const means = defineDataset({
  name: "haute-marne-means",
  title: "Moyens que la MSA engage dans le SDSF de la Haute-Marne 2016-2019",
  secrecy: "published",
  columns: z.object({ axe: count, financeur: text, moyen: text }),
  ignored: ({ financeur }) => (financeur?.trim() === "Msa" ? null : "moyen d'un autre financeur que la MSA"),
  convert: (lines) => {
    const ofAxis = Map.groupBy(lines, ({ axe }) => axe);
    return lines.map((row) =>
      write(row.line, MsaMeans, {
        department,
        axis: row.axe,
        position: ofAxis.get(row.axe)!.indexOf(row) + 1,
        label: row.moyen,
        source: source("2016-2019"),
      }),
    );
  },
});
