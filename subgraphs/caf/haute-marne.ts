import { sourceOf } from "../../foundation/imports/dataset.ts";
import { siren, text } from "../../foundation/imports/french-values.ts";
import { territoryId } from "../../foundation/territories/territory-id.ts";
import { TerritoryLevel } from "../../foundation/territories/territory-level.ts";

/** What the tables of the SDSF of Haute-Marne 2016-2019 have in common. */

export const department = "52";

export const source = (printedVintage: string) =>
  sourceOf(department, {
    publisher: "CDSF de la Haute-Marne",
    dataset: "Schéma départemental des services aux familles 2016-2019",
    printedVintage,
    licence: null,
  });

export const communes: Record<string, string> = {
  "commune-chaumont": "52121",
  "commune-joinville": "52250",
  "commune-langres": "52269",
  "commune-nogent": "52353",
  "commune-saint-dizier": "52448",
};

/** The keys are the SIREN of the EPCI of 2016, `dep-52`, or `commune-…` out of the table above. */
export const territory = text
  .refine(
    (key) => key === "dep-52" || key in communes || siren.safeParse(key).success,
    "attendu : un SIREN, dep-52, ou une commune de la table des communes du document",
  )
  .transform((key) => {
    const [level, code] =
      key === "dep-52"
        ? ([TerritoryLevel.DEPARTMENT, department] as const)
        : communes[key]
          ? ([TerritoryLevel.COMMUNE, communes[key]] as const)
          : ([TerritoryLevel.EPCI, key] as const);
    return { level, code, id: territoryId(level, code) };
  });

export const sumOf = (values: number[]) => values.reduce((all, value) => all + value, 0);
export const french = (value: number) => value.toLocaleString("fr-FR");
