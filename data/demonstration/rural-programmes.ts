import { sum } from "./numbers.ts";

type Axis = [axe: string, projects: number, amount: number];

const msa = "MSA de démonstration";

const programmes: {
  type: string;
  nom: string;
  niveau: string;
  territoire: string;
  debut: string;
  fin: string;
  convention: string;
  axes: Axis[];
}[] = [
  {
    type: "GMR",
    nom: "Grandir en milieu rural : arrière-pays de Port-Exemple",
    niveau: "EPCI",
    territoire: "ZZ0000002",
    debut: "2023-01-01",
    fin: "2027-12-31",
    convention: "ZZ-CTG-2",
    axes: [
      ["petite enfance", 3, 45_000],
      ["parentalité", 2, 12_000],
      ["mobilité", 1, 18_500],
    ],
  },
  {
    type: "GMR",
    nom: "Grandir en milieu rural : Haut-Montfictif",
    niveau: "EPCI",
    territoire: "ZZ0000003",
    debut: "2022-01-01",
    fin: "2026-12-31",
    convention: "ZZ-CTG-3",
    axes: [
      ["petite enfance", 2, 38_000],
      ["loisirs et vacances", 4, 16_400],
      ["numérique", 1, 7_500],
    ],
  },
  {
    type: "FAMILY_CHARTER",
    nom: "Charte avec les familles du Haut-Montfictif",
    niveau: "EPCI",
    territoire: "ZZ0000003",
    debut: "2024-09-01",
    fin: "2027-08-31",
    convention: "ZZ-CTG-3",
    axes: [
      ["parentalité", 3, 21_000],
      ["accès aux droits", 1, 6_000],
    ],
  },
  {
    type: "GMR",
    nom: "Grandir en milieu rural : Île-Virtuelle",
    niveau: "COMMUNE",
    territoire: "ZZ031",
    debut: "2025-01-01",
    fin: "2027-12-31",
    convention: "",
    axes: [["petite enfance", 1, 22_000]],
  },
  {
    type: "FAMILY_CHARTER",
    nom: "Charte avec les familles du Demo rural",
    niveau: "EPCI",
    territoire: "ZZ0000001",
    debut: "2020-01-01",
    fin: "2023-12-31",
    convention: "",
    axes: [
      ["parentalité", 2, 9_800],
      ["petite enfance", 1, 14_200],
    ],
  },
];

export const ruralProgrammes = programmes.map(({ type, nom, niveau, territoire, debut, fin, convention, axes }, index) => ({
  id: `ZZ-R${index + 1}`,
  type,
  nom,
  caisse: msa,
  niveau,
  territoire,
  departement: "ZZ",
  debut,
  fin,
  budget: sum(axes.map(([, , amount]) => amount)),
  convention,
  axes: axes.map((axis) => axis.join(":")),
}));
