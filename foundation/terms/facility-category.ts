import { type EnumValue, enumeration } from "../enumeration.ts";

export const FacilityCategory = enumeration(
  "FacilityCategory",
  "Catégorie d'établissement d'accueil du jeune enfant, art. R. 2324-17 du code de la santé publique.",
  {
    COLLECTIVE_CRECHE: "Crèche collective, halte-garderie et micro-crèche comprises (la taille est dans sizeClass).",
    KINDERGARTEN: "Jardin d'enfants (18 mois et plus).",
    FAMILY_CRECHE: "Crèche familiale.",
    MULTI_CARE: "Multi-accueil : accueil régulier et occasionnel, collectif et familial.",
  },
);
export type FacilityCategory = EnumValue<typeof FacilityCategory>;

export const FacilitySizeClass = enumeration(
  "FacilitySizeClass",
  "Classe de taille, d'après la capacité autorisée (art. R. 2324-46 CSP ; R. 2324-48 pour les crèches familiales).",
  {
    MICRO: "Micro-crèche : 12 places au plus.",
    SMALL: "Petite crèche : 13 à 24 places ; crèche familiale : moins de 30.",
    MEDIUM: "Crèche : 25 à 39 places ; crèche familiale : 30 à 59.",
    LARGE: "Grande crèche : 40 à 59 places ; crèche familiale : 60 à 89.",
    VERY_LARGE: "Très grande crèche : 60 places et plus ; crèche familiale : 90 et plus.",
  },
);
export type FacilitySizeClass = EnumValue<typeof FacilitySizeClass>;
