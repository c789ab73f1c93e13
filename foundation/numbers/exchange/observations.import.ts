import { z } from "zod";
import { defineDataset, sourceOf } from "../../imports/dataset.ts";
import { count, decimal, optionalText, orEmpty, text, year } from "../../imports/french-values.ts";
import { isComputedByHub } from "../computed-by.ts";
import { ObservationStatus } from "../observation.ts";
import type { Partner } from "../partner.ts";
import { populationOf, unknownUnit } from "../secrecy/rules/populations.ts";
import { secrecy } from "../secrecy/rules/secrecy-rules.ts";
import { withhold } from "../secrecy/withhold.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";
import { writeObservation } from "../write-observation.ts";
import { indicatorCode } from "./indicator-code.ts";
import { onlyItsProducer } from "./only-its-producer.ts";
import { ofItsLevel } from "./territory-of-level.ts";
import {
  countsWhatIsDeclared,
  hasItsMargins,
  holdsItsYear,
  isInItsUnit,
  isOfItsMargins,
  isOnlyAPeriod,
  isPossible,
  isShareOfOne,
  saysItsPerimeter,
  saysWhatIsMissing,
  saysWhoMakesItUp,
} from "./transmitted-number.ts";
import { transmitters } from "./transmitters.ts";

const withoutValue = new Set<ObservationStatus>([
  ObservationStatus.NOT_TRANSMITTED,
  ObservationStatus.NOT_APPLICABLE,
  ObservationStatus.INSUFFICIENT_RESPONSE,
  ObservationStatus.SUPPRESSED,
]);

const longestText = 1000;
const tooLong = `texte de plus de ${longestText} caractères : abrégez-le`;

/** Levels of which secrecy knows what is made of what. */
const ordered: TerritoryLevel[] = [TerritoryLevel.COMMUNE, TerritoryLevel.EPCI, TerritoryLevel.DEPARTMENT, TerritoryLevel.REGION];

/**
 * The hub's own exchange layout for numbers that a partner transmits himself: one line an indicator, territory and year.
 * An absence is said with its status and an empty value. What a mutation records is read as lines of it.
 * @param derived codes that no line may have: the hub counts them
 */
export function observationsDataset(partner: Partner, derived = transmitters[partner].derived) {
  const { publisher } = transmitters[partner];
  return defineDataset({
    name: "observations",
    title: `Valeurs d'indicateurs transmises par ${publisher} (format d'échange du hub)`,
    secrecy: "hub",
    protect: withhold,
    afterwards: onlyItsProducer(partner),
    columns: z
      .object({
        indicateur: indicatorCode(
          derived,
          "aucune règle de secret statistique ne couvre cet indicateur : demandez au hub une ligne de son catalogue (data/national/series_locales.csv)",
        ),
        niveau: z.enum(TerritoryLevel),
        territoire: text,
        annee: year,
        valeur: orEmpty(decimal),
        unite: text,
        statut: z.enum(ObservationStatus).exclude(["SOURCE_UNAVAILABLE"]),
        numerateur: orEmpty(decimal),
        denominateur: orEmpty(decimal),
        millesime: text.refine(({ length }) => length <= longestText, tooLong),
        remarque: optionalText.refine((text) => (text?.length ?? 0) <= longestText, tooLong),
        perimetre: orEmpty(year).prefault(""),
        etablissements: orEmpty(count).prefault(""),
        part_principale: orEmpty(decimal).prefault(""),
        parties_manquantes: orEmpty(count).prefault(""),
        calcule_par: optionalText
          .prefault("")
          .refine((text) => (text?.length ?? 0) <= longestText, tooLong)
          .refine((text) => !isComputedByHub(text), "« hub : » est ce que le hub calcule lui-même : dites qui a calculé le chiffre"),
      })
      .refine(...ofItsLevel)
      .refine(({ valeur, statut }) => (valeur === null) === withoutValue.has(statut), {
        path: ["valeur"],
        error: "une valeur va avec un statut de valeur, une cellule vide avec un statut d'absence",
      })
      .refine(({ indicateur, niveau }) => ordered.includes(niveau) || secrecy.quantitiesOf(indicateur).length === 0, {
        path: ["niveau"],
        error: "cet indicateur relève du secret statistique, et le hub ne sait pas de quels territoires ceux de cet échelon sont faits",
      })
      .refine(saysItsPerimeter, {
        path: ["perimetre"],
        error:
          "cet indicateur relève du secret statistique, et les communes et EPCI changent : dites dans quel découpage le chiffre est compté, par son année (perimetre : 2026 pour celui du 1er janvier 2026)",
      })
      .refine(({ unite, valeur }) => valeur === null || populationOf(unite) !== null, { path: ["unite"], error: unknownUnit })
      .refine(countsWhatIsDeclared, {
        path: ["unite"],
        error:
          "cet indicateur ne compte pas de personnes, et aucune règle de secret statistique ne protégerait celles-ci : transmettez-le dans l'unité du catalogue",
      })
      .refine(isInItsUnit, { path: ["unite"], error: "attendu : l'unité que le catalogue donne à cet indicateur" })
      .refine(holdsItsYear, {
        path: ["millesime"],
        error: "cette période ne contient pas l'année de la ligne (annee) : corrigez l'une des deux",
      })
      .refine(isPossible, {
        path: ["valeur"],
        error:
          "nombre impossible dans cette unité : un nombre de personnes ou d'établissements est entier, une part va de 0 à 100 %, un taux de 0 à 300 (a-t-il perdu sa virgule ?), et seule une évolution est négative",
      })
      .refine(isOfItsMargins, {
        path: ["valeur"],
        error: "ce taux n'est pas celui de son numérateur et de son dénominateur, au dixième près : corrigez l'un des trois",
      })
      .refine(isShareOfOne, {
        path: ["part_principale"],
        error:
          "attendu, en %, ce que le premier des établissements représente du montant : au moins sa part si tous étaient égaux, 100 au plus",
      })
      .refine(saysWhatIsMissing, {
        path: ["parties_manquantes"],
        error: "un nombre de parties manquantes va avec le statut LOWER_BOUND, et avec lui seul",
      })
      .refine(isOnlyAPeriod, {
        path: ["millesime"],
        error:
          "attendu une période et rien d'autre, car elle reste publique si le chiffre est retenu : 2025, décembre 2025, 2e trimestre 2025, 2024/2025",
      })
      .refine(hasItsMargins, {
        path: ["numerateur"],
        error:
          "cet indicateur relève du secret statistique : un taux porte son numérateur et son dénominateur, un autre chiffre n'en porte pas",
      })
      .refine(saysWhoMakesItUp, {
        path: ["etablissements"],
        error:
          "cet indicateur est fait de montants d'établissements : indiquez combien ils sont (etablissements) et la part du premier en % (part_principale)",
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
          missingParts: row.parties_manquantes,
          notes: row.remarque ? [row.remarque] : [],
          computedBy: row.calcule_par,
          perimeter: row.perimetre,
          establishments: row.etablissements,
          largestShare: row.part_principale,
          source: sourceOf(row.territoire, {
            publisher,
            dataset: "Transmission directe au hub",
            printedVintage: row.millesime,
            licence: "Licence Ouverte 2.0",
          }),
        }),
      ),
  });
}
