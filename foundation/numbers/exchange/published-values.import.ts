import { z } from "zod";
import { defineDataset, sourceOf } from "../../imports/dataset.ts";
import { decimal, orEmpty, text, year } from "../../imports/french-values.ts";
import { printedText, remarks } from "../../imports/printed-document.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";
import { numberCell, usual } from "../number-cell.ts";
import { indicatorCode } from "./indicator-code.ts";
import { ofItsLevel } from "./territory-of-level.ts";
import { onlyItsProducer } from "./only-its-producer.ts";
import type { Partner } from "../partner.ts";
import { isWithin, outside, rangeOf } from "../range.ts";
import { populationOf, unknownUnit } from "../secrecy/rules/populations.ts";
import { transmitters } from "./transmitters.ts";
import { writeObservation } from "../write-observation.ts";

/**
 * The hub's own exchange layout for numbers that a document prints: a scheme, a report, a circular. They are public: each is served to the digit,
 * and what does not add up is a remark of its line.
 */
export function publishedValuesDataset(partner: Partner) {
  const { derived } = transmitters[partner];
  return defineDataset({
    name: "published-values",
    title: "Valeurs d'indicateurs qu'un document publié imprime (format d'échange du hub)",
    secrecy: "published",
    afterwards: onlyItsProducer(partner),
    columns: z
      .object({
        indicateur: indicatorCode(
          derived,
          "code inconnu du hub : un indicateur du catalogue, ou une série de data/national/series_locales.csv",
        ),
        niveau: z.enum(TerritoryLevel),
        territoire: text,
        annee: year,
        valeur: numberCell({ absent: { ...usual.unknown, ...usual.secret, ...usual.noObject }, flags: usual.flags }),
        unite: text.refine((unit) => populationOf(unit) !== null, unknownUnit),
        numerateur: orEmpty(decimal).prefault(""),
        denominateur: orEmpty(decimal).prefault(""),
        editeur: text,
        document: text,
        millesime: text,
        valeur_imprimee: printedText,
        remarque: remarks,
      })
      .refine(...ofItsLevel)
      .superRefine(({ indicateur, unite, niveau, valeur: { value } }, issue) => {
        const range = rangeOf(indicateur, unite, niveau);
        if (value !== null && !isWithin(range, value)) issue.addIssue({ code: "custom", path: ["valeur"], message: outside(range) });
      }),
    convert: (lines) =>
      lines.map((row) =>
        writeObservation(row.line, {
          measure: row.indicateur,
          level: row.niveau,
          code: row.territoire,
          year: row.annee,
          ...row.valeur,
          unit: row.unite,
          numerator: row.numerateur,
          denominator: row.denominateur,
          printed: row.valeur_imprimee ?? row.valeur.printed,
          notes: row.remarque,
          source: sourceOf(row.territoire, {
            publisher: row.editeur,
            dataset: row.document,
            printedVintage: row.millesime,
            licence: null,
          }),
        }),
      ),
  });
}
