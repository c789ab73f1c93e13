import { sum } from "./numbers.ts";
import { seeded } from "./random.ts";
import { communes } from "./territories.ts";

export const situation = "2026-09-30";

const types = {
  M: { type: "multi-accueil", nom: "Multi-accueil", capacities: [20, 24, 30, 36, 40] },
  C: { type: "creche-collective", nom: "Crèche", capacities: [25, 30, 36, 45] },
  H: { type: "halte-garderie", nom: "Halte-garderie", capacities: [12, 15, 18] },
  m: { type: "micro-creche", nom: "Micro-crèche", capacities: [10, 10, 11, 12, 12] },
  F: { type: "creche-familiale", nom: "Crèche familiale", capacities: [20, 30, 36] },
  J: { type: "jardin-d-enfants", nom: "Jardin d'enfants", capacities: [16, 20, 24] },
} as const;

/** One letter a facility. */
const facilitiesOf: Record<string, string> = {
  ZZ001: "MMMMMCCCCHFJmmmmmmmm",
  ZZ002: "MMMCCHFJmmm",
  ZZ003: "MMCHmm",
  ZZ004: "MCm",
  ZZ005: "MFm",
  ZZ006: "MHm",
  ZZ007: "MJm",
  ZZ008: "Mm",
  ZZ010: "m",
  ZZ013: "m",
  ZZ016: "M",
  ZZ021: "m",
  ZZ024: "m",
  ZZ029: "m",
  ZZ031: "M",
  ZZ035: "m",
  ZZ038: "m",
};

const words = [
  "des Essais",
  "de l'Ébauche",
  "du Croquis",
  "de la Maquette",
  "du Prototype",
  "de l'Exemple",
  "du Gabarit",
  "de l'Échantillon",
  "du Modèle",
  "du Brouillon",
  "de l'Esquisse",
  "du Canevas",
  "du Témoin",
  "du Patron",
  "de la Fiction",
  "du Scénario",
  "de l'Hypothèse",
  "de la Simulation",
  "de l'Épreuve",
  "du Spécimen",
  "de la Fable",
  "du Décor",
  "de la Parabole",
  "du Figurant",
  "de l'Allégorie",
];

const privateOperators = ["Exemple Petite Enfance SAS (fictif)", "Crèches du Brouillon SARL (fictif)", "Les Micro-Essais SAS (fictif)"];
const associations = [
  "Association Les Petits Essais (fictive)",
  "Association Familles du Demo (fictive)",
  "Mutuelle de la Maquette (fictive)",
];

const openings: Record<string, string> = {
  "ZZ-F019": "2024-09-02",
  "ZZ-F031": "2025-01-06",
  "ZZ-F040": "2025-09-01",
  "ZZ-F054": "2025-03-03",
  "ZZ-F060": "2026-03-02",
};

/** The second one is closed by the State after the chain of inspections in inspections.ts. */
export const closedByState = "ZZ-F018";
const closures: Record<string, string> = { "ZZ-F036": "2023-07-13", [closedByState]: "2025-10-31" };

const random = seeded(2);
const seen: Record<string, number> = {};

export const facilities = Object.entries(facilitiesOf)
  .flatMap(([commune, letters]) => [...letters].map((letter) => ({ commune, letter: letter as keyof typeof types })))
  .map(({ commune, letter }, index) => {
    const id = `ZZ-F${String(index + 1).padStart(3, "0")}`;
    const { type, nom, capacities } = types[letter];
    const rank = seen[type] ?? 0;
    seen[type] = rank + 1;
    const isPaje = letter === "m" && (id === closedByState || rank % 5 < 3);
    const isOther = letter === "J" ? rank === 0 : letter === "C" && rank === 4;
    const municipal = `Régie municipale (${communes.find(({ code }) => code === commune)!.nom})`;
    const operators = isPaje || isOther ? privateOperators : letter === "m" ? associations : [municipal, municipal, ...associations];
    const [firstYear, lastYear] = letter === "m" ? [2009, 2022] : [1984, 2018];
    const opened = `${random.integer(firstYear, lastYear)}-${random.among(["01", "03", "09"])}-${random.among(["02", "05", "09"])}`;
    return {
      id,
      nom: `${nom} ${words[(rank + 7 * Object.keys(types).indexOf(letter)) % words.length]}`,
      departement: "ZZ",
      commune,
      type,
      capacite: random.among(capacities),
      ouvert_le: openings[id] ?? opened,
      ferme_le: closures[id] ?? "",
      gestionnaire: random.among(operators),
      financement: isPaje ? "PAJE" : isOther ? "OTHER" : "PSU",
      situation_au: situation,
    };
  });

export type Facility = (typeof facilities)[number];

export function isOpen({ ouvert_le, ferme_le }: Facility, on: string): boolean {
  return ouvert_le <= on && (ferme_le === "" || ferme_le > on);
}

/** What is open at the end of the year, or at the date of the situation. */
export function openFacilities(year: number, accept: (facility: Facility) => boolean = () => true): Facility[] {
  const on = year < 2026 ? `${year}-12-31` : situation;
  return facilities.filter((facility) => isOpen(facility, on) && accept(facility));
}

export function places(list: Facility[]): number {
  return sum(list.map(({ capacite }) => capacite));
}

export const isPsu = ({ financement }: Facility) => financement === "PSU";
export const isPaje = ({ financement }: Facility) => financement === "PAJE";
