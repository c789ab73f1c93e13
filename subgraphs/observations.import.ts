import { z } from "zod";
import { defineDataset, sourceOf, writeObservation } from "./dataset.ts";
import { communeCode, decimal, departmentCode, optionalText, orEmpty, siren, text, year } from "./french-values.ts";
import { ObservationStatus } from "./observation.ts";
import { TerritoryLevel } from "./territory-level.ts";

const withoutValue = new Set<ObservationStatus>([
  ObservationStatus.NOT_TRANSMITTED,
  ObservationStatus.NOT_APPLICABLE,
  ObservationStatus.INSUFFICIENT_RESPONSE,
  ObservationStatus.SUPPRESSED,
]);

const codes: Record<TerritoryLevel, z.ZodType> = {
  [TerritoryLevel.COMMUNE]: communeCode,
  [TerritoryLevel.EPCI]: siren,
  [TerritoryLevel.FORMER_EPCI]: text,
  [TerritoryLevel.DEPARTMENT]: departmentCode,
  [TerritoryLevel.REGION]: text,
};

/**
 * The hub's own exchange layout for numbers that a partner transmits himself: one line an indicator, territory and year.
 * An absence is said with its status and an empty value.
 * @param derived codes that the subgraph counts itself: a file may not carry them.
 */
export function observationsDataset(publisher: string, derived: readonly string[] = []) {
  return defineDataset({
    name: "observations",
    title: `Valeurs d'indicateurs transmises par ${publisher} (format d'échange du hub)`,
    columns: z
      .object({
        indicateur: text.refine(
          (code) => !derived.includes(code),
          "cet indicateur est calculé par le hub : transmettez ce dont il est compté",
        ),
        niveau: z.enum(TerritoryLevel),
        territoire: text,
        annee: year,
        valeur: orEmpty(decimal),
        unite: text,
        statut: z.enum(ObservationStatus).exclude(["SOURCE_UNAVAILABLE"]),
        numerateur: orEmpty(decimal),
        denominateur: orEmpty(decimal),
        millesime: text,
        remarque: optionalText,
      })
      .refine(({ niveau, territoire }) => codes[niveau].safeParse(territoire).success, {
        path: ["territoire"],
        error: "attendu : le code d'un territoire de cet échelon (commune : 5 caractères, EPCI : 9 chiffres, département : 52, 2A, 971)",
      })
      .refine(({ valeur, statut }) => (valeur === null) === withoutValue.has(statut), {
        path: ["valeur"],
        error: "une valeur va avec un statut de valeur, une cellule vide avec un statut d'absence",
      }),
    convert: (lines) =>
      lines.map((row) =>
        writeObservation(row.line, {
          measure: row.indicateur,
          level: row.niveau,
          code: row.territoire,
          year: row.annee,
          value: row.valeur,
          unit: row.unite,
          status: row.statut,
          numerator: row.numerateur,
          denominator: row.denominateur,
          notes: row.remarque ? [row.remarque] : [],
          source: sourceOf(row.territoire, {
            publisher,
            dataset: "Transmission directe au hub",
            vintage: row.millesime,
            licence: "Licence Ouverte 2.0",
          }),
        }),
      ),
  });
}
