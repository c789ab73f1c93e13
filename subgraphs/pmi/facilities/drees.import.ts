import { z } from "zod";
import { defineDataset, sourceOf } from "../../../foundation/imports/dataset.ts";
import { count, departmentCode, text, year } from "../../../foundation/imports/french-values.ts";
import { numberCell, usual } from "../../../foundation/numbers/number-cell.ts";
import { ObservationStatus } from "../../../foundation/numbers/observation.ts";
import { sums } from "../../../foundation/numbers/record-sums.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { writeObservation } from "../../../foundation/numbers/write-observation.ts";

interface Cell {
  code_departement: string;
  annee: number;
  valeur: number;
}

/** Where the Drees has the number of the whole alone, it prints 0 for the parts: Corsica since 2018, the Rhône before 2015. */
const wholes: Record<string, string> = { "2A": "20", "2B": "20", "69D": "69", "69M": "69" };

/** What a printed number is: where the whole alone is known, its 0 is no number. */
function readCell({ code_departement, annee, valeur }: Cell, cells: Cell[]) {
  const whole = wholes[code_departement];
  const printed = (code: string) => cells.find((cell) => cell.code_departement === code && cell.annee === annee)?.valeur ?? 0;
  const isOfWhole =
    valeur === 0 && whole && printed(whole) > 0 && !Object.keys(wholes).some((part) => wholes[part] === whole && printed(part) > 0);
  if (!isOfWhole) return { value: valeur };
  const note = `Le tableau imprime 0 ici et ${printed(whole).toLocaleString("fr-FR")} pour le territoire ${whole} : le détail n'est pas connu cette année-là.`;
  return { value: null, status: ObservationStatus.NOT_APPLICABLE, printed: String(valeur), notes: [note] };
}

/** The tables of the Drees all have the same columns: the file's name is what tells them apart. */
function dreesTable(number: number, name: string, title: string, measure: string, unit: string) {
  return defineDataset({
    name,
    title: `Drees, jeu 331, tableau ${number} : ${title}`,
    secrecy: "published",
    afterwards: sums,
    settled: true,
    fileName: { pattern: new RegExp(`tab_?0?${number}\\b`, "i"), example: `tab${number}.csv` },
    columns: z.object({ code_region: text, code_departement: departmentCode, departement: text, annee: year, valeur: count }),
    whole: true,
    convert: (lines) =>
      lines.map((row) =>
        writeObservation(row.line, {
          measure,
          level: TerritoryLevel.DEPARTMENT,
          code: row.code_departement,
          year: row.annee,
          unit,
          ...readCell(row, lines),
          source: sourceOf(row.code_departement, {
            publisher: "Drees",
            dataset: `L'offre d'accueil du jeune enfant (331), tableau ${number}`,
            printedVintage: `31 décembre ${row.annee}`,
            licence: null,
          }),
        }),
      ),
  });
}

export const collectiveCreches = dreesTable(23, "collective-creches", "crèches collectives", "B11", "établissements");
export const familyCreches = dreesTable(24, "family-creches", "crèches familiales", "B12", "établissements");
export const parentRunCreches = dreesTable(27, "parent-run-creches", "crèches à gestion parentale", "parent-run-creches", "établissements");
export const collectiveCrechePlaces = dreesTable(28, "collective-creche-places", "places en crèches collectives", "B11-places", "places");
export const parentRunCrechePlaces = dreesTable(
  32,
  "parent-run-creche-places",
  "places en crèches à gestion parentale",
  "parent-run-creche-places",
  "places",
);
export const childminders = dreesTable(33, "childminders", "assistants maternels agréés", "B13", "personnes");

const cell = numberCell({ absent: usual.empty, isCount: true });

/** The categories of the table, each with the series that it gives. */
const categories = {
  creches_collectives: "B11-places",
  creches_familiales: "B12-places",
  multi_accueil_collectif_familial: "mixed-creche-places",
  jardins_enfants: "kindergarten-places",
  etab_et_services_gestion_parentale: "parent-run-creche-places",
  total: "creche-places",
};
const cells = Object.fromEntries(Object.keys(categories).map((name) => [name, cell])) as Record<keyof typeof categories, typeof cell>;

/** The table does not print its year: the file's name does. */
const yearOfTable = 2023;

export const placesByCategory = defineDataset({
  name: "places-by-category",
  title: `Drees, jeu 331 : places d'accueil par catégorie d'établissement, au 31 décembre ${yearOfTable}`,
  secrecy: "published",
  afterwards: sums,
  settled: true,
  fileName: { pattern: new RegExp(`places_par_categorie_dep_${yearOfTable}`), example: `places_par_categorie_dep_${yearOfTable}.csv` },
  columns: z.object({ code_departement: departmentCode, ...cells }),
  convert: (lines) =>
    lines.flatMap((row) =>
      Object.entries(categories).map(([name, measure]) =>
        writeObservation(row.line, {
          measure,
          level: TerritoryLevel.DEPARTMENT,
          code: row.code_departement,
          year: yearOfTable,
          unit: "places",
          ...row[name as keyof typeof categories],
          source: sourceOf(row.code_departement, {
            publisher: "Drees",
            dataset: "L'offre d'accueil du jeune enfant (331), places par catégorie",
            printedVintage: `31 décembre ${yearOfTable}`,
            licence: null,
          }),
        }),
      ),
    ),
});
