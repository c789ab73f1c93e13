import { sum } from "./numbers.ts";

type Measure = [mesure: string, unite: string, in2024: number, in2025: number];

const fullTime = "ETP financés par la Caf";
const hours = "Heures annuelles d'ouverture";

const hub = (in2024: number, in2025: number): Measure => [fullTime, "ETP", in2024, in2025];
const open = (in2024: number, in2025: number): Measure => [hours, "heures", in2024, in2025];
const actions = (in2024: number, in2025: number): Measure => ["Actions financées", "actions", in2024, in2025];
const children = (in2024: number, in2025: number): Measure => ["Enfants bénéficiaires", "enfants", in2024, in2025];

const ca1 = "CA de Clairval et du Demo";
const ca2 = "CA de Port-Exemple";
const cc = "CC du Haut-Montfictif";
const association = "Association Familles du Demo (fictive)";

/** No relay in ZZ003, the third commune above 10 000 inhabitants. */
const services: [type: string, nom: string, gestionnaire: string, commune: string, measures: Measure[]][] = [
  ["RPE", "Relais petite enfance des Essais", ca1, "ZZ001", [hub(2, 2.3)]],
  ["RPE", "Relais petite enfance du Prototype", ca1, "ZZ001", [hub(1.5, 2)]],
  ["RPE", "Relais petite enfance du Port", ca2, "ZZ002", [hub(1.9, 1.9)]],
  ["RPE", "Relais petite enfance de Villessai", ca1, "ZZ004", [hub(1, 1)]],
  ["RPE", "Relais petite enfance du Témoin", ca2, "ZZ006", [hub(1, 1)]],
  ["RPE", "Relais petite enfance itinérant du Haut-Montfictif", cc, "ZZ031", [hub(1, 1)]],
  ["LAEP", "La Maison des Croquis", association, "ZZ001", [open(310, 318)]],
  ["LAEP", "L'Escale des Petits Essais", "Association Les Petits Essais (fictive)", "ZZ002", [open(240, 252)]],
  ["LAEP", "Le Temps d'une ébauche", cc, "ZZ003", [open(120, 126)]],
  ["LAEP", "Bulle de fiction", ca1, "ZZ005", [open(96, 96)]],
  ["CLAS", "Accompagnement scolaire du Gabarit", "Centre social du Gabarit (fictif)", "ZZ001", [actions(5, 5), children(74, 81)]],
  ["CLAS", "Accompagnement scolaire du Port", "Centre social du Port (fictif)", "ZZ002", [actions(3, 4), children(41, 52)]],
  ["CLAS", "Coup de pouce de Villessai", association, "ZZ004", [actions(2, 2), children(23, 22)]],
  ["REAAP", "Cafés des parents du Demo", association, "ZZ001", [actions(14, 16)]],
  ["REAAP", "Parents en Haut-Montfictif", cc, "ZZ003", [actions(6, 5)]],
  [
    "FAMILY_MEDIATION",
    "Médiation familiale de démonstration",
    association,
    "ZZ001",
    [hub(1.8, 2), ["Mesures réalisées", "mesures", 132, 141]],
  ],
  ["CONTACT_CENTRE", "Espace de rencontre Le Passage", association, "ZZ001", [children(88, 93)]],
  [
    "SOCIAL_CENTRE",
    "Centre social du Gabarit",
    "Centre social du Gabarit (fictif)",
    "ZZ001",
    [["Familles adhérentes", "familles", 420, 433]],
  ],
  ["SOCIAL_CENTRE", "Centre social du Port", "Centre social du Port (fictif)", "ZZ002", [["Familles adhérentes", "familles", 265, 271]]],
  ["SOCIAL_CENTRE", "Espace de vie sociale d'Île-Virtuelle", cc, "ZZ031", [["Familles adhérentes", "familles", 58, 64]]],
  ["PAEJ", "Point accueil écoute jeunes du Demo", association, "ZZ001", [["Jeunes reçus", "jeunes", 197, 214]]],
];

export const familyServices = services.flatMap(([type, nom, gestionnaire, commune, measures], index) =>
  measures.flatMap(([mesure, unite, in2024, in2025]) =>
    [in2024, in2025].map((valeur, position) => ({
      id: `ZZ-S${String(index + 1).padStart(3, "0")}`,
      type,
      nom,
      gestionnaire,
      departement: "ZZ",
      commune,
      annee: 2024 + position,
      mesure,
      valeur,
      unite,
    })),
  ),
);

/** What the services of a type add up to. */
export function measured(type: string, unite: string, year: number): number {
  const lines = familyServices.filter((line) => line.type === type && line.unite === unite && line.annee === year);
  return sum(lines.map(({ valeur }) => valeur));
}

export function servicesOfType(type: string) {
  return services.filter(([kind]) => kind === type).map(([, nom, gestionnaire, commune]) => ({ nom, gestionnaire, commune }));
}
