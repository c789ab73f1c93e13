import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { defineDataset, sourceOf, write } from "../../../foundation/imports/dataset.ts";
import { optionalText, text } from "../../../foundation/imports/french-values.ts";
import { Partner } from "../../../foundation/numbers/partner.ts";
import { measureOf, secrecyColumns } from "../../../foundation/numbers/secrecy/rules/catalogued-measure.ts";
import { populationOf } from "../../../foundation/numbers/secrecy/rules/populations.ts";
import { secrecy } from "../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
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

const shared = {
  code: text,
  libelle: text,
  ...secrecyColumns.shape,
  unite: oneUnit,
  partenaire: z.enum(Partner),
  producteur: text,
  niveau: text,
};

/** Secrecy reads the catalogue that the hub ships: what a file says besides it would protect nothing. */
const isAsShipped = (row: { code: string } & z.output<typeof secrecyColumns>) =>
  isDeepStrictEqual(measureOf(row.code, row), secrecy.measureOf(row.code));
const notAsShipped = {
  path: ["regle"],
  error:
    "le secret statistique ou le rapport (regle, rapport, numerateur, denominateur, unite, motif_hors_personnes) n'est pas celui du catalogue livré avec le hub (data/national) : changez-le d'abord",
};

export const catalogue = defineDataset({
  name: "catalogue",
  title: "Catalogue des indicateurs communs (arrêté du 4 juillet 2024), avec ce que l'on sait de chacun",
  secrecy: "published",
  columns: z
    .object({
      ...shared,
      annexe: z.enum(["1", "1?", "2"]),
      frequence: text,
      obligatoire: text,
      cible: z.enum(["yes", "no"]),
      statut: z
        .string()
        .regex(/^(CONFIRMED|INFERRED|RECONSTRUCTED_(HIGH|MEDIUM|LOW))$/, "attendu : CONFIRMED, INFERRED ou RECONSTRUCTED_…"),
      base: optionalText,
    })
    .refine(isAsShipped, notAsShipped),
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
        producer: row.partenaire,
        printedProducer: row.producteur,
        printedLevel: row.niveau,
        frequency: row.frequence,
        mandatory: row.obligatoire.startsWith("yes") ? Mandatory.YES : row.obligatoire === "no" ? Mandatory.NO : Mandatory.UNKNOWN,
        mandatoryNote: row.obligatoire,
        hasTarget: row.cible === "yes",
        definitionStatus: status,
        confidence: confidence ?? null,
        legalBasis: row.base ?? "non précisée",
        ...structureOf(row),
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
  columns: z.object({ ...shared, base: text }).refine(isAsShipped, notAsShipped),
  convert: (lines) =>
    lines.map((row, position) =>
      write(row.line, Indicator, {
        code: row.code,
        position: firstOfSeries + position,
        label: row.libelle,
        unit: row.unite,
        annex: Annex.LOCAL,
        annexInferred: false,
        producer: row.partenaire,
        printedProducer: row.producteur,
        printedLevel: row.niveau,
        frequency: "annuelle",
        mandatory: Mandatory.NO,
        mandatoryNote: "hors de l'arrêté",
        hasTarget: false,
        definitionStatus: DefinitionStatus.CONFIRMED,
        confidence: null,
        legalBasis: row.base,
        ...structureOf(row),
        source: sourceOf("FR", { publisher: "Hub CDSF", dataset: "Séries hors de l'arrêté", printedVintage: "2026", licence: "EUPL-1.2" }),
      }),
    ),
});

/** What its unit and its columns say of an indicator. */
function structureOf(row: { code: string } & z.output<typeof secrecyColumns>) {
  const { rate } = measureOf(row.code, row);
  const margin = (name: string | null) => (name?.includes(" ") ? null : name); // of its own, if nothing counts it
  const rule = secrecy.ruleOf(row.code)!;
  return {
    isAdditive: !rate && !["RATES", null].includes(populationOf(row.unite)),
    numerator: margin(rate?.numerator ?? null),
    denominator: margin(rate?.denominator ?? null),
    per: rate?.per ?? null,
    secrecyRule: rule.about === "NONE" ? null : rule.name,
  };
}
