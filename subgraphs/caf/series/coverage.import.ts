import { z } from "zod";
import { defineDataset, sourceOf, type Write } from "../../../foundation/imports/dataset.ts";
import { communeCode, departmentCode, siren, text, year } from "../../../foundation/imports/french-values.ts";
import { type NumberCell, numberCell, usual } from "../../../foundation/numbers/number-cell.ts";
import { isWithin, outside, perHundredIn } from "../../../foundation/numbers/range.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";
import { ChildcareMode, coverageSeries } from "./series.ts";

/** « XX » and « n/c » are the Cnaf's too. */
const absent = {
  ...usual.empty,
  ...usual.unknown,
  ...usual.secret,
  ...Object.fromEntries(
    ["x", "xx", "xxx", "nc", "n/c", "n.c.", "na", "n/a", "-", ".", "..", "..."].map((mark) => [mark, ObservationStatus.NOT_TRANSMITTED]),
  ),
};
const rateCell = numberCell({ absent, range: perHundredIn(TerritoryLevel.COMMUNE) });
const placesCell = numberCell({ absent, isCount: true });

/** From the smallest: the territory of a line is the first that it names. */
const territories = [
  { column: "numero_commune", level: TerritoryLevel.COMMUNE, code: communeCode },
  { column: "numero_epci", level: TerritoryLevel.EPCI, code: siren },
  { column: "numero_departement", level: TerritoryLevel.DEPARTMENT, code: departmentCode },
  { column: "numero_region", level: TerritoryLevel.REGION, code: text },
  { column: "national", level: TerritoryLevel.NATION, code: text },
] as const;

type Named = Partial<Record<(typeof territories)[number]["column"], string | undefined>>;

const printed = z.string().optional();
const territoryColumns = {
  numero_commune: printed,
  numero_epci: printed,
  numero_departement: printed,
  numero_region: printed,
  national: printed,
} satisfies Record<keyof Named, unknown>;

const ofLine = (line: Named) => territories.find(({ column }) => line[column] !== undefined);

function checkTerritory(line: Named, issue: z.RefinementCtx): void {
  const named = ofLine(line);
  const message = named
    ? named.code.safeParse(line[named.column]).error?.issues[0]?.message
    : "aucune colonne ne nomme le territoire de la ligne";
  if (message) issue.addIssue({ code: "custom", path: named ? [named.column] : [], message });
}

/** A rate of a large territory is not what one of a commune may be. */
function checkRates(line: Named & Record<string, unknown>, issue: z.RefinementCtx): void {
  const range = perHundredIn(ofLine(line)?.level ?? TerritoryLevel.COMMUNE);
  for (const [column, cell] of Object.entries(line)) {
    const { value = null } = (cell ?? {}) as Partial<NumberCell>;
    if (typeof value === "number" && !isWithin(range, value)) issue.addIssue({ code: "custom", path: [column], message: outside(range) });
  }
}

function territoryOf(line: Named) {
  const { column, level } = ofLine(line)!;
  if (level !== TerritoryLevel.NATION) return { level, code: line[column]!, notes: [] };
  return { level, code: "FR", notes: [`L'éditeur nomme ce territoire « ${line[column]} ».`] };
}

/** How the names of data sets and columns end. */
const suffixes = { COMMUNE: "com", EPCI: "epci", DEPARTMENT: "dep", REGION: "reg", NATION: "nat" };

function* writeModes(
  line: number,
  kind: "rate" | "places",
  named: Named,
  year: number,
  cells: Partial<Record<ChildcareMode, NumberCell>>,
): Iterable<Write> {
  const { level, code, notes } = territoryOf(named);
  for (const mode of Object.values(ChildcareMode)) {
    const read = cells[mode];
    if (!read) continue;
    yield writeObservation(line, {
      ...coverageSeries[mode][kind],
      ...read,
      level,
      code,
      year,
      notes,
      source: sourceOf(code, {
        publisher: "Cnaf (data.caf.fr)",
        dataset: `${kind === "rate" ? "txcouv" : "nbpla"}_pe_${suffixes[level]}`,
        printedVintage: `décembre ${year}`,
        licence: null,
      }),
    });
  }
}

/** « XX », « XXXXX »: those who live in no territory of the level that the publisher knows. */
function ofNoTerritory(cells: Named): string | null {
  const { column } = ofLine(cells) ?? {};
  return column && /^x+$/i.test(cells[column]!.trim()) ? "ligne sans territoire (XX)" : null;
}

const optionalRate = rateCell.optional();
const optionalPlaces = placesCell.optional();

export const coverage = defineDataset({
  name: "coverage",
  title: "Taux de couverture par commune, EPCI, département, région ou pour la France (data.caf.fr, txcouv_pe)",
  secrecy: "published",
  otherNames: {
    date_reference: ["annee"],
    numero_commune: ["num_commune"],
    numero_epci: ["numepci"],
    numero_departement: ["numdep"],
    numero_region: ["numreg"],
    taux_de_couv_global: namesOf("txcouv"),
    taux_de_couv_eaje_ensemble: namesOf("txcouv_eaje"),
    taux_de_couv_eaje_psu: namesOf("txcouv_eaje_psu"),
    taux_de_couv_hors_eaje_psu: namesOf("txcouv_eaje_hors_psu"),
    taux_de_couv_prescolarisation: namesOf("txcouv_prescol"),
    taux_de_couv_assistante_maternelle: namesOf("txcouv_am_ind"),
    taux_de_couv_salariee_a_domicile: namesOf("txcouv_gad_ind"),
  },
  columns: z
    .object({
      date_reference: year,
      ...territoryColumns,
      taux_de_couv_eaje_psu: optionalRate,
      taux_de_couv_hors_eaje_psu: optionalRate,
      taux_de_couv_eaje_ensemble: optionalRate,
      taux_de_couv_prescolarisation: optionalRate,
      taux_de_couv_assistante_maternelle: optionalRate,
      taux_de_couv_salariee_a_domicile: optionalRate,
      taux_de_couv_accueil_individuel_ensemble: optionalRate,
      taux_de_couv_global: rateCell,
    })
    .superRefine(checkTerritory)
    .superRefine(checkRates),
  ignored: ofNoTerritory,
  convert: (lines) =>
    lines.flatMap((row) => [
      ...writeModes(row.line, "rate", row, row.date_reference, {
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
  title: "Places d'accueil par commune, EPCI, département, région ou pour la France (data.caf.fr, nbpla_pe)",
  secrecy: "published",
  otherNames: { numero_commune: ["num_commune"], numero_departement: ["num_departement"] },
  columns: z
    .object({
      date_reference: year,
      ...territoryColumns,
      places_eaje_psu: optionalPlaces,
      places_hors_eaje_psu: optionalPlaces,
      places_eaje_ensemble: optionalPlaces,
      places_prescolarisation: optionalPlaces,
      places_assistante_maternelle: optionalPlaces,
      places_salariee_domicile: optionalPlaces,
      places_accueil_individuel_ensemble: optionalPlaces,
      places_offertes_ensemble: placesCell,
    })
    .superRefine(checkTerritory),
  ignored: ofNoTerritory,
  convert: (lines) =>
    lines.flatMap((row) => [
      ...writeModes(row.line, "places", row, row.date_reference, {
        [ChildcareMode.TOTAL]: row.places_offertes_ensemble,
        [ChildcareMode.FACILITY_PSU]: row.places_eaje_psu,
        [ChildcareMode.FACILITY_NON_PSU]: row.places_hors_eaje_psu,
        [ChildcareMode.FACILITY]: row.places_eaje_ensemble,
        [ChildcareMode.PRESCHOOL]: row.places_prescolarisation,
        [ChildcareMode.CHILDMINDER]: row.places_assistante_maternelle,
        [ChildcareMode.HOME_CARE]: row.places_salariee_domicile,
        [ChildcareMode.INDIVIDUAL]: row.places_accueil_individuel_ensemble,
      }),
    ]),
});

/** « txcouv_epci », « txcouv_nat »… */
function namesOf(stem: string): string[] {
  return Object.values(suffixes).map((suffix) => `${stem}_${suffix}`);
}
