import { registerEnumType } from "type-graphql";

export enum FacilityCategory {
  COLLECTIVE_CRECHE = "COLLECTIVE_CRECHE",
  KINDERGARTEN = "KINDERGARTEN",
  FAMILY_CRECHE = "FAMILY_CRECHE",
  MULTI_CARE = "MULTI_CARE",
}

registerEnumType(FacilityCategory, {
  name: "FacilityCategory",
  description: "Catégorie d'établissement d'accueil du jeune enfant, art. R. 2324-17 du code de la santé publique.",
  valuesConfig: {
    COLLECTIVE_CRECHE: { description: "Crèche collective, halte-garderie et micro-crèche comprises (la taille est dans sizeClass)." },
    KINDERGARTEN: { description: "Jardin d'enfants (18 mois et plus)." },
    FAMILY_CRECHE: { description: "Crèche familiale." },
    MULTI_CARE: { description: "Multi-accueil : accueil régulier et occasionnel, collectif et familial." },
  },
});

export enum FacilitySizeClass {
  MICRO = "MICRO",
  SMALL = "SMALL",
  MEDIUM = "MEDIUM",
  LARGE = "LARGE",
  VERY_LARGE = "VERY_LARGE",
}

registerEnumType(FacilitySizeClass, {
  name: "FacilitySizeClass",
  description: "Classe de taille, d'après la capacité autorisée (art. R. 2324-46 CSP ; R. 2324-48 pour les crèches familiales).",
  valuesConfig: {
    MICRO: { description: "Micro-crèche : 12 places au plus." },
    SMALL: { description: "Petite crèche : 13 à 24 places ; crèche familiale : moins de 30." },
    MEDIUM: { description: "Crèche : 25 à 39 places ; crèche familiale : 30 à 59." },
    LARGE: { description: "Grande crèche : 40 à 59 places ; crèche familiale : 60 à 89." },
    VERY_LARGE: { description: "Très grande crèche : 60 places et plus ; crèche familiale : 90 et plus." },
  },
});
