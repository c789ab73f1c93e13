/** The scheme begins on a day; its parts name it by its year. */
const debut = 2024;

export const scheme = [
  {
    departement: "ZZ",
    debut: `${debut}-01-01`,
    fin: "2029-12-31",
    adopte_le: "2023-12-14",
    transmis_le: "2024-01-10",
    titre: "Schéma départemental des services aux familles 2024-2029 (démonstration)",
  },
];

const leaders = { caf: "Caf", cd: "Conseil départemental (PMI)", msa: "MSA", ft: "France Travail", state: "Préfecture (DDETS)" };

type Action = [libelle: string, calendrier: string, pilote: string];

const axes: { libelle: string; calendrier: string; objectives: { libelle: string; calendrier: string; actions: Action[] }[] }[] = [
  {
    libelle: "Développer une offre d'accueil du jeune enfant équilibrée sur le territoire",
    calendrier: "2024-2029",
    objectives: [
      {
        libelle: "Créer des places dans les territoires les moins couverts",
        calendrier: "2024-2029",
        actions: [
          ["Accompagner les projets des communes dont le taux de couverture est inférieur à 50", "2024-2029", leaders.caf],
          ["Soutenir les accueils itinérants et les micro-crèches en milieu rural", "2024-2027", leaders.msa],
        ],
      },
      {
        libelle: "Soutenir l'accueil individuel",
        calendrier: "2024-2028",
        actions: [
          ["Couvrir chaque commune de plus de 10 000 habitants par un relais petite enfance", "avant le 31/12/2026", leaders.caf],
          ["Promouvoir le métier d'assistant maternel et les maisons d'assistants maternels", "2024-2028", leaders.cd],
        ],
      },
      {
        libelle: "Garantir la qualité de l'accueil",
        calendrier: "2025-2029",
        actions: [
          ["Établir et suivre le plan annuel d'inspection et de contrôle", "chaque année avant le 31 janvier", leaders.cd],
          ["Développer les contrôles conjoints de la Caf et du département", "2025-2029", leaders.caf],
          ["Former les professionnels à la charte nationale pour l'accueil du jeune enfant", "2025-2027", leaders.cd],
        ],
      },
    ],
  },
  {
    libelle: "Accompagner les parents",
    calendrier: "2024-2029",
    objectives: [
      {
        libelle: "Offrir un lieu ressource à la parentalité dans chaque bassin de vie",
        calendrier: "2025-2029",
        actions: [
          ["Ouvrir trois lieux ressources", "2025-2029", leaders.caf],
          ["Déployer les chartes avec les familles en milieu rural", "2024-2027", leaders.msa],
        ],
      },
      {
        libelle: "Prévenir les ruptures familiales",
        calendrier: "2024-2028",
        actions: [
          ["Renforcer la médiation familiale et l'espace de rencontre", "2024-2028", leaders.caf],
          ["Proposer des permanences aux moments clés de la vie familiale", "2026-2028", leaders.state],
        ],
      },
    ],
  },
  {
    libelle: "Rendre les services accessibles à toutes les familles",
    calendrier: "2024-2029",
    objectives: [
      {
        libelle: "Faciliter l'accès des parents en insertion",
        calendrier: "2024-2029",
        actions: [
          ["Labelliser huit crèches à vocation d'insertion professionnelle (AVIP)", "2024-2029", leaders.ft],
          ["Réserver des places d'accueil ponctuel aux parents en recherche d'emploi", "2025-2028", leaders.ft],
        ],
      },
      {
        libelle: "Accueillir les enfants en situation de handicap",
        calendrier: "2024-2029",
        actions: [
          ["Conforter le pôle ressources handicap", "2024-2029", leaders.caf],
          ["Ouvrir des dispositifs passerelles vers l'école", "2025-2029", "Éducation nationale (DSDEN)"],
        ],
      },
    ],
  },
];

export const schemeAxes = axes.map(({ libelle, calendrier }, index) => ({ departement: "ZZ", debut, axe: index + 1, libelle, calendrier }));

const objectives = axes.flatMap(({ objectives }, index) =>
  objectives.map((objective, rank) => ({ axe: index + 1, objectif: `${index + 1}.${rank + 1}`, ...objective })),
);

export const schemeObjectives = objectives.map(({ axe, objectif, libelle, calendrier }) => ({
  departement: "ZZ",
  debut,
  axe,
  objectif,
  libelle,
  calendrier,
}));

/** Actions are numbered through the whole scheme, as the schemes in print do. */
export const schemeActions = objectives
  .flatMap(({ axe, objectif, actions }) => actions.map(([libelle, calendrier, pilote]) => ({ axe, objectif, libelle, calendrier, pilote })))
  .map(({ axe, objectif, libelle, calendrier, pilote }, index) => ({
    departement: "ZZ",
    debut,
    axe,
    objectif,
    action: index + 1,
    libelle,
    calendrier,
    pilote,
  }));
