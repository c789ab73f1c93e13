import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { openFacilities, places } from "./facilities.ts";
import { absent, type IndicatorCell, marked, published, ratio } from "./indicator-cell.ts";
import { indicators, situationRemark } from "./indicators.ts";
import { round } from "./numbers.ts";
import { allPlaces, offer } from "./offer.ts";
import { epcis } from "./territories.ts";

const years = [2024, 2025, 2026];

const catalogue = parse<{ code: string; annexe: string; unite: string }>(
  readFileSync(new URL("../national/catalogue_indicateurs_reconstruit.csv", import.meta.url)),
  { columns: true },
);

/** Derived from the inspection register and from the recruitment survey: nobody transmits them. */
const derived = ["T7", "T8", "F03"];

const transmittedBy = {
  pmi: ["B11", "B12", "B13", "B14", "B17", "G01", "G03", "G04"],
  "france-travail": ["C08"],
  cdsf: ["A04", "H01", "F01", "F02"],
};

const known2026 = ["T1", "T2", "P02", "G04"];
const coverage = /^B0[1345678]$/;
const population = /^A0[1-8]$/;

/** An indicator that counts two things (« établissements ; places ») has the first as value, the second in its remark. */
function firstUnit(unit: string): string {
  return unit.split(/ ; | et /)[0]!;
}

/** 2026 is under way: its annexe 2 is overdue, its annexe 1 provisional or estimated. */
function asTransmitted(code: string, annex: string, year: number, cell: IndicatorCell): IndicatorCell {
  const isAnnex2 = annex === "2";
  if (year === 2026 && isAnnex2 && !known2026.includes(code)) return absent("NOT_TRANSMITTED", "Échéance du 1er juillet 2026 non tenue.");
  if (coverage.test(code) && year === 2025) return marked(cell, "PROVISIONAL", "Chiffre provisoire.");
  if ((coverage.test(code) || population.test(code)) && year === 2026) return marked(cell, "ESTIMATED", "Estimation.");
  if (year === 2026) return marked(cell, "PROVISIONAL", situationRemark);
  return cell;
}

/** Costs, hours and posts of facilities: how many there are, and what the largest makes up, by its places. */
const amount = /^(B2[012]|E0[123])$/;

function contributors(code: string, year: number, { valeur }: IndicatorCell) {
  if (!amount.test(code) || valeur === null) return { etablissements: null, part_principale: null };
  const list = openFacilities(year, () => true);
  const largest = Math.max(...list.map((facility) => places([facility])));
  return { etablissements: list.length, part_principale: round((100 * largest) / places(list), 1) };
}

function line(code: string, niveau: string, territoire: string, annee: number, unite: string, cell: IndicatorCell) {
  const { valeur, statut, numerateur, denominateur, remarque } = cell;
  return {
    indicateur: code,
    niveau,
    territoire,
    annee,
    valeur,
    unite,
    statut,
    numerateur,
    denominateur,
    millesime: annee,
    remarque,
    ...contributors(code, annee, cell),
  };
}

function transmitted(accept: (code: string) => boolean) {
  return catalogue
    .filter(({ code }) => !derived.includes(code) && accept(code))
    .flatMap(({ code, annexe, unite }) =>
      years.map((year) =>
        line(code, "DEPARTMENT", "ZZ", year, firstUnit(unite), asTransmitted(code, annexe, year, indicators[code]!(year))),
      ),
    );
}

const epciCoverage = epcis.flatMap(({ code, membres }) =>
  years.map((year) => {
    const inside = offer(
      membres.map((member) => member.code),
      year,
    );
    const cell = asTransmitted("B01", "1", year, ratio(allPlaces(inside), inside.children));
    return line("B01", "EPCI", code, year, "places / 100 enfants < 3 ans", cell);
  }),
);

/** The agricultural scheme: series of the MSA itself, no indicator of the catalogue. */
const agriculturalScheme: [measure: string, unit: string, cells: IndicatorCell[]][] = [
  ["BENEFICIARIES", "allocataires", [published(684), published(671), absent("NOT_TRANSMITTED")]],
  ["CHILDREN_UNDER_SIX", "enfants", [published(412), published(398), absent("NOT_TRANSMITTED")]],
  ["SINGLE_PARENT_FAMILIES", "familles", [absent("SUPPRESSED", "Effectif trop faible."), published(47), absent("NOT_TRANSMITTED")]],
];

export const msa = agriculturalScheme.flatMap(([measure, unit, cells]) =>
  cells.map((cell, index) => line(measure, "DEPARTMENT", "ZZ", years[index]!, unit, cell)),
);

export const pmi = transmitted((code) => transmittedBy.pmi.includes(code));
export const franceTravail = transmitted((code) => transmittedBy["france-travail"].includes(code));
export const cdsf = transmitted((code) => transmittedBy.cdsf.includes(code));
export const caf = [...transmitted((code) => !Object.values(transmittedBy).flat().includes(code)), ...epciCoverage];
