import { openFacilities } from "./facilities.ts";
import { licensedChildminders } from "./indicators.ts";

export const inspectionPlans = [
  {
    departement: "ZZ",
    annee: 2025,
    statut: "PUBLISHED",
    etabli_le: "2025-01-28",
    publie_le: "2025-02-24",
    orientations: [
      "Contrôler en priorité les micro-crèches qui n'ont pas été visitées depuis trois ans",
      "Contrôler à l'issue de chaque injonction",
      "Développer les contrôles conjoints de la Caf et du département",
    ],
    eaje_autorises: openFacilities(2024).length,
    assistants_maternels: licensedChildminders(2024),
    garde_domicile: 5,
  },
  {
    departement: "ZZ",
    annee: 2026,
    statut: "ADOPTED",
    etabli_le: "2026-02-09",
    publie_le: "",
    orientations: [
      "Visiter chaque établissement au moins une fois tous les trois ans",
      "Renforcer les contrôles inopinés",
      "Augmenter les contrôles conjoints de la Caf et du département",
      "Contrôler les structures de garde à domicile, dont une seule l'a été en 2025",
    ],
    eaje_autorises: openFacilities(2025).length,
    assistants_maternels: licensedChildminders(2025),
    garde_domicile: 6,
  },
];

export const inspectionReviews = [
  {
    departement: "ZZ",
    annee: 2025,
    presente_le: "2026-01-27",
    annexe_le: "2026-02-01",
    publie_le: "2026-02-16",
    qualite: [
      "Les écarts au taux d'encadrement se concentrent sur quelques établissements en tension de recrutement",
      "Les projets d'établissement sont à jour dans la plupart des structures visitées",
      "Aucun contrôle de l'État n'a pu être mené auprès des structures de garde à domicile",
    ],
  },
];
