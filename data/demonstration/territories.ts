import { sum } from "./numbers.ts";
import { seeded } from "./random.ts";

/** None of these names is that of a French commune. */
const names = [
  "Clairval-sur-Demo",
  "Port-Exemple",
  "Montfictif-le-Haut",
  "Villessai",
  "Beauprototype",
  "Saint-Témoin-des-Prés",
  "Maquette-les-Bains",
  "Roche-Hypothèse",
  "Val-d'Esquisse",
  "Bourg-Brouillon",
  "Fontaine-l'Ébauche",
  "La Croquise",
  "Gabarit-sur-Demo",
  "Sainte-Fiction",
  "Pré-Modèle",
  "Les Essais-Neufs",
  "Champ-Échantillon",
  "Aubépreuve",
  "Mont-Scénario",
  "Noyers-l'Imaginaire",
  "Étang-Factice",
  "Bois-Simulé",
  "Vieux-Canevas",
  "Lande-Figurée",
  "Pont-Conjecture",
  "Tour-Allégorie",
  "Moulin-Parabole",
  "Ferme-Utopie",
  "Combe-Chimère",
  "Plaine-Abstraite",
  "Île-Virtuelle",
  "Puits-Théorème",
  "Côte-Variable",
  "Gué-Paramètre",
  "Haie-Constante",
  "Saint-Algorithme",
  "Sainte-Donnée",
  "Clos-Vecteur",
  "Marais-Symbole",
  "Col-Métaphore",
];

/** 3 communes above 10 000 inhabitants, 7 above 3 500, the next just below; the others are drawn. */
const populations = [58_240, 24_310, 12_870, 8_420, 6_150, 4_980, 3_760, 3_310];

const random = seeded(1);

export const regions = [{ code: "ZZ", nom: "Région de démonstration", chefLieu: "ZZ001", zone: "demonstration" }];

export const departments = [{ code: "ZZ", nom: "Département de démonstration", region: "ZZ", zone: "demonstration" }];

export const communes = names.map((nom, index) => ({
  code: `ZZ${String(index + 1).padStart(3, "0")}`,
  nom,
  type: "commune-actuelle",
  departement: "ZZ",
  region: "ZZ",
  population: populations[index] ?? random.integer(140, 2_150),
}));

function epciOf(code: string, nom: string, type: string, ...members: [first: number, last: number][]) {
  const membres = communes
    .filter((_, index) => members.some(([first, last]) => index + 1 >= first && index + 1 <= last))
    .map((commune) => ({
      code: commune.code,
      siren: commune.code.replace("ZZ", "ZZ1000"),
      nom: commune.nom,
      populationTotale: Math.round(commune.population * 1.018),
      populationMunicipale: commune.population,
    }));
  return {
    code,
    nom,
    type,
    populationTotale: sum(membres.map((member) => member.populationTotale)),
    populationMunicipale: sum(membres.map((member) => member.populationMunicipale)),
    membres,
  };
}

export const epcis = [
  epciOf("ZZ0000001", "CA de Clairval et du Demo", "CA", [1, 1], [4, 5], [9, 20]),
  epciOf("ZZ0000002", "CA de Port-Exemple", "CA", [2, 2], [6, 6], [8, 8], [21, 30]),
  epciOf("ZZ0000003", "CC du Haut-Montfictif", "CC", [3, 3], [7, 7], [31, 40]),
];

export const communesAbove10000 = communes.filter(({ population }) => population > 10_000);
