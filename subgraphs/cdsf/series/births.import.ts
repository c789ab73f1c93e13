import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { departmentCode, siren, text, year } from "../../../foundation/imports/french-values.ts";
import { numberCell, usual } from "../../../foundation/numbers/number-cell.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";

const cell = numberCell({ absent: usual.noObject, isCount: true });

const parts = new Set(["FM", "F_X_D976"]);

interface Sheet {
  level: TerritoryLevel;
  /** In the file's name: the sheets of Insee's workbook all have the same columns. */
  name: string;
  of: string;
  code: z.ZodType<string, string>;
}

function births({ level, name, of, code }: Sheet) {
  return defineDataset({
    name: `births-${name}`,
    title: `Naissances selon le domicile de la mère, par ${of} (Insee, une colonne par année)`,
    secrecy: "published",
    fileName: { pattern: new RegExp(`(^|_)${name}(_|\\.)`, "i"), example: `naissances_${name}_2008-2024.csv` },
    ignored: (cells) => (parts.has(cells.code ?? "") ? "partie de la France : l'échelon n'existe pas ici" : null),
    columns: z.object({ code, libelle: text, annee: year, valeur: cell }),
    wide: { year: "annee", value: "valeur" },
    whole: true,
    convert(lines) {
      // All years are counted in the geography in which Insee published the last of them: of the year after.
      const perimeter = Math.max(...lines.map(({ annee }) => annee)) + 1;
      return lines.map((row) =>
        writeObservation(row.line, {
          measure: "A04",
          level,
          code: level === TerritoryLevel.NATION ? "FR" : row.code,
          year: row.annee,
          unit: "naissances",
          perimeter,
          ...row.valeur,
          source: sourceOf(row.code, {
            publisher: "Insee",
            dataset: "Naissances selon le domicile de la mère",
            printedVintage: String(row.annee),
            licence: "Licence Ouverte 2.0",
          }),
        }),
      );
    },
  });
}

export const departments = births({ level: TerritoryLevel.DEPARTMENT, name: "dep", of: "département", code: departmentCode });
export const epcis = births({ level: TerritoryLevel.EPCI, name: "epci", of: "EPCI", code: siren });
export const regions = births({
  level: TerritoryLevel.REGION,
  name: "reg",
  of: "région",
  code: z.string().regex(/^\d{2}$/, "attendu : un code région"),
});
export const nation = births({ level: TerritoryLevel.NATION, name: "france", of: "France entière", code: z.literal("F", "attendu : F") });
