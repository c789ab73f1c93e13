import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { optionalText, text } from "../../../foundation/imports/french-values.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { populationOf } from "../../../foundation/numbers/secrecy/populations.ts";
import { secrecy } from "../../../foundation/numbers/secrecy/secrecy-rules.ts";
import { Annex, type Confidence, DefinitionStatus, Indicator, Mandatory } from "./indicator.entity.ts";
import { OfficialLabel } from "./official-label.entity.ts";

const oneUnit = text.refine(
  (unit) => !/;| et /.test(unit),
  "un indicateur a une seule unité : donnez une ligne à chacun des deux chiffres",
);

export const targetLabels = defineDataset({
  name: "target-labels",
  title: "Libellés imprimés des 8 indicateurs à cible (circulaire Cnaf C-2026-090)",
  secrecy: "published",
  columns: z.object({ no: z.coerce.number().int().positive(), libelle_imprime: text }),
  convert: (lines) => lines.map(({ line, no, libelle_imprime }) => write(line, OfficialLabel, { code: `T${no}`, label: libelle_imprime })),
});

/** The first producer that the catalogue names decides; T7 comes out of the inspection register, which the CD holds. */
function producerOf(code: string, printed: string): Partner {
  if (code === "T7" || /^(CD|Drees \()/.test(printed) || /^Drees \/ Caf/.test(printed)) return Partner.PMI;
  if (/^France Travail/.test(printed)) return Partner.FRANCE_TRAVAIL;
  if (/^MSA/.test(printed)) return Partner.MSA;
  if (/^(Caf|Cnaf|Insee \/ Cnaf)/.test(printed)) return Partner.CAF;
  return Partner.CDSF;
}

export const catalogue = defineDataset({
  name: "catalogue",
  title: "Catalogue des indicateurs communs (arrêté du 4 juillet 2024), avec ce que l'on sait de chacun",
  secrecy: "published",
  columns: z.object({
    code: text,
    annexe: z.enum(["1", "1?", "2"]),
    libelle: text,
    unite: oneUnit,
    producteur: text,
    niveau: text,
    frequence: text,
    obligatoire: text,
    cible: z.enum(["yes", "no"]),
    statut: z.string().regex(/^(CONFIRMED|INFERRED|RECONSTRUCTED_(HIGH|MEDIUM|LOW))$/, "attendu : CONFIRMED, INFERRED ou RECONSTRUCTED_…"),
    base: optionalText,
  }),
  convert: (lines) =>
    lines.map((row, position) => {
      const [status, confidence] = row.statut.split("_") as [DefinitionStatus, Confidence | undefined];
      return write(row.line, Indicator, {
        code: row.code,
        position,
        label: row.libelle,
        unit: row.unite,
        annex: row.annexe === "2" ? Annex.FOLLOW_UP : Annex.DIAGNOSIS,
        annexInferred: row.annexe === "1?",
        producer: producerOf(row.code, row.producteur),
        printedProducer: row.producteur,
        printedLevel: row.niveau,
        frequency: row.frequence,
        mandatory: row.obligatoire.startsWith("yes") ? Mandatory.YES : row.obligatoire === "no" ? Mandatory.NO : Mandatory.UNKNOWN,
        mandatoryNote: row.obligatoire,
        hasTarget: row.cible === "yes",
        definitionStatus: status,
        confidence: confidence ?? null,
        legalBasis: row.base ?? "non précisée",
        ...structureOf(row.code, row.unite),
        source: sourceOf("FR", {
          publisher: "Hub CDSF",
          dataset: "Catalogue reconstitué des indicateurs communs (arrêté du 4 juillet 2024)",
          printedVintage: "2026",
          licence: "EUPL-1.2",
        }),
      });
    }),
});

/** Series stand after the indicators of the law. */
const firstOfSeries = 1000;

export const series = defineDataset({
  name: "local-series",
  title: "Séries hors de l'arrêté, que les producteurs publient (format d'échange du hub)",
  secrecy: "published",
  columns: z.object({
    code: text,
    libelle: text,
    unite: oneUnit,
    producteur: z.enum(Partner),
    producteurs_imprimes: text,
    niveaux: text,
    base: text,
  }),
  convert: (lines) =>
    lines.map((row, position) =>
      write(row.line, Indicator, {
        code: row.code,
        position: firstOfSeries + position,
        label: row.libelle,
        unit: row.unite,
        annex: Annex.LOCAL,
        annexInferred: false,
        producer: row.producteur,
        printedProducer: row.producteurs_imprimes,
        printedLevel: row.niveaux,
        frequency: "annuelle",
        mandatory: Mandatory.NO,
        mandatoryNote: "hors de l'arrêté",
        hasTarget: false,
        definitionStatus: DefinitionStatus.CONFIRMED,
        confidence: null,
        legalBasis: row.base,
        ...structureOf(row.code, row.unite),
        source: sourceOf("FR", { publisher: "Hub CDSF", dataset: "Séries hors de l'arrêté", printedVintage: "2026", licence: "EUPL-1.2" }),
      }),
    ),
});

/** What its unit and `data/secrecy.json` say of an indicator. */
function structureOf(code: string, unit: string) {
  const rate = secrecy.rateOf(code);
  const margin = (name: string | undefined) => (name === undefined || name.includes(" ") ? null : name);
  const rule = secrecy.ruleOf(code);
  return {
    isAdditive: !rate && !["RATES", null].includes(populationOf(unit)),
    numerator: margin(rate?.numerator),
    denominator: margin(rate?.denominator),
    per: rate ? (/%|100/.test(unit) ? 100 : 1) : null,
    secrecyRule: rule && rule.about !== "NONE" ? rule.name : null,
  };
}
