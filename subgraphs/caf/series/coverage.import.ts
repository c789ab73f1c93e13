import { z } from "zod";
import { defineDataset, sourceOf, type Write } from "../../../foundation/imports/dataset.ts";
import { communeCode, frenchNumber, isSecret, year } from "../../../foundation/imports/french-values.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { ChildcareMode, coverageSeries } from "./series.ts";

interface Cell {
  value: number | null;
  status: ObservationStatus;
  printed: string | null;
}

const placeholder = /^(x+|n\.?d\.?|n\.?c\.?|n\/?a|-|\.{1,3})$/i;

/** A number, or the reason the publisher gives none. */
const cell = z.string().transform((raw, issue): Cell => {
  const printed = raw.trim();
  const value = frenchNumber(printed);
  if (value !== null) return { value, status: ObservationStatus.PUBLISHED, printed: null };
  if (isSecret(printed)) return { value, status: ObservationStatus.SUPPRESSED, printed };
  if (printed === "" || placeholder.test(printed)) return { value, status: ObservationStatus.NOT_TRANSMITTED, printed: printed || null };
  issue.addIssue({ code: "custom", message: "attendu : un nombre, une cellule vide, XX ou * (secret statistique)" });
  return z.NEVER;
});

const modesOfTotal = [
  ChildcareMode.FACILITY_PSU,
  ChildcareMode.FACILITY_NON_PSU,
  ChildcareMode.PRESCHOOL,
  ChildcareMode.CHILDMINDER,
  ChildcareMode.HOME_CARE,
];

const dataset = { rate: "txcouv_pe_com", places: "nbpla_pe_com" };
/** Six numbers, each rounded by half of the last printed digit. */
const roundingOfSum = { rate: 6 * 0.05, places: 6 * 0.5 };

function* writeModes(
  line: number,
  kind: "rate" | "places",
  code: string,
  year: number,
  cells: Record<ChildcareMode, Cell>,
): Iterable<Write> {
  for (const mode of Object.values(ChildcareMode)) {
    yield writeObservation(line, {
      ...coverageSeries[mode][kind],
      ...cells[mode],
      level: TerritoryLevel.COMMUNE,
      code,
      year,
      notes: mode === ChildcareMode.TOTAL ? gapNotes(kind, cells) : [],
      source: sourceOf(code, {
        publisher: "Cnaf (data.caf.fr)",
        dataset: dataset[kind],
        printedVintage: `décembre ${year}`,
        licence: null,
      }),
    });
  }
}

function gapNotes(kind: "rate" | "places", cells: Record<ChildcareMode, Cell>): string[] {
  const total = cells[ChildcareMode.TOTAL].value;
  const parts = modesOfTotal.map((mode) => cells[mode].value);
  if (total === null || parts.includes(null)) return [];
  const sum = Math.round(parts.reduce<number>((all, value) => all + value!, 0) * 10) / 10;
  const gap = Math.round(Math.abs(total - sum) * 10) / 10;
  if (gap <= roundingOfSum[kind]) return [];
  return [
    `La somme des cinq modes publiés est ${sum.toLocaleString("fr-FR")} : l'arrondi de l'éditeur n'explique pas l'écart avec ce total.`,
  ];
}

const noCommune = (code: string | undefined) => (/^x+$/i.test(code?.trim() ?? "") ? "ligne sans code de commune" : null);

export const coverage = defineDataset({
  name: "coverage",
  title: "Taux de couverture par commune, surtout de plus de 10 000 habitants (data.caf.fr, txcouv_pe_com)",
  secrecy: "published",
  columns: z.object({
    date_reference: year,
    numero_commune: communeCode,
    taux_de_couv_eaje_psu: cell,
    taux_de_couv_hors_eaje_psu: cell,
    taux_de_couv_eaje_ensemble: cell,
    taux_de_couv_prescolarisation: cell,
    taux_de_couv_assistante_maternelle: cell,
    taux_de_couv_salariee_a_domicile: cell,
    taux_de_couv_accueil_individuel_ensemble: cell,
    taux_de_couv_global: cell,
  }),
  ignored: ({ numero_commune }) => noCommune(numero_commune),
  convert: (lines) =>
    lines.flatMap((row) => [
      ...writeModes(row.line, "rate", row.numero_commune, row.date_reference, {
        [ChildcareMode.TOTAL]: row.taux_de_couv_global,
        [ChildcareMode.FACILITY_PSU]: row.taux_de_couv_eaje_psu,
        [ChildcareMode.FACILITY_NON_PSU]: row.taux_de_couv_hors_eaje_psu,
        [ChildcareMode.FACILITY]: row.taux_de_couv_eaje_ensemble,
        [ChildcareMode.PRESCHOOL]: row.taux_de_couv_prescolarisation,
        [ChildcareMode.CHILDMINDER]: row.taux_de_couv_assistante_maternelle,
        [ChildcareMode.HOME_CARE]: row.taux_de_couv_salariee_a_domicile,
        [ChildcareMode.INDIVIDUAL]: row.taux_de_couv_accueil_individuel_ensemble,
      }),
    ]),
});

export const places = defineDataset({
  name: "places",
  title: "Places d'accueil par commune, surtout de plus de 10 000 habitants (data.caf.fr, nbpla_pe_com)",
  secrecy: "published",
  columns: z.object({
    date_reference: year,
    num_commune: communeCode,
    places_EAJE_PSU: cell,
    places_hors_EAJE_PSU: cell,
    places_EAJE_ensemble: cell,
    places_prescolarisation: cell,
    places_assistante_maternelle: cell,
    places_salariee_domicile: cell,
    places_accueil_individuel_ensemble: cell,
    places_offertes_ensemble: cell,
  }),
  ignored: ({ num_commune }) => noCommune(num_commune),
  convert: (lines) =>
    lines.flatMap((row) => [
      ...writeModes(row.line, "places", row.num_commune, row.date_reference, {
        [ChildcareMode.TOTAL]: row.places_offertes_ensemble,
        [ChildcareMode.FACILITY_PSU]: row.places_EAJE_PSU,
        [ChildcareMode.FACILITY_NON_PSU]: row.places_hors_EAJE_PSU,
        [ChildcareMode.FACILITY]: row.places_EAJE_ensemble,
        [ChildcareMode.PRESCHOOL]: row.places_prescolarisation,
        [ChildcareMode.CHILDMINDER]: row.places_assistante_maternelle,
        [ChildcareMode.HOME_CARE]: row.places_salariee_domicile,
        [ChildcareMode.INDIVIDUAL]: row.places_accueil_individuel_ensemble,
      }),
    ]),
});
