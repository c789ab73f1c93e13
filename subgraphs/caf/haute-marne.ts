import { sourceOf } from "../../foundation/imports/dataset.ts";
import { text } from "../../foundation/imports/french-values.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";

/** What the tables of the SDSF of Haute-Marne 2016-2019 have in common. */

export const department = "52";

export const source = (vintage: string) =>
  sourceOf(department, {
    publisher: "CDSF de la Haute-Marne",
    dataset: "Schéma départemental des services aux familles 2016-2019",
    vintage,
    licence: "document public",
  });

export const communes: Record<string, string> = {
  "commune-chaumont": "52121",
  "commune-joinville": "52250",
  "commune-langres": "52269",
  "commune-nogent": "52353",
  "commune-saint-dizier": "52448",
};

/** The keys are those of the territories: an EPCI of 2016, `dep-52`, or `commune-…` out of the table above. */
export const territory = text
  .refine((key) => !key.startsWith("commune-") || key in communes, "commune absente de la table des communes du document")
  .transform((key) => {
    if (key === "dep-52") return { key, level: TerritoryLevel.DEPARTMENT, code: department };
    return communes[key]
      ? { key, level: TerritoryLevel.COMMUNE, code: communes[key] }
      : { key, level: TerritoryLevel.FORMER_EPCI, code: `${department}:${key}` };
  });

export const sumOf = (values: number[]) => values.reduce((all, value) => all + value, 0);
export const french = (value: number) => value.toLocaleString("fr-FR");
