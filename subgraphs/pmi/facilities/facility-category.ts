import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

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

/** Upper bounds of each class, smallest first; a family crèche is never a micro-crèche. */
const collective: [FacilitySizeClass, number][] = [
  [FacilitySizeClass.MICRO, 12],
  [FacilitySizeClass.SMALL, 24],
  [FacilitySizeClass.MEDIUM, 39],
  [FacilitySizeClass.LARGE, 59],
];
const family: [FacilitySizeClass, number][] = [
  [FacilitySizeClass.SMALL, 29],
  [FacilitySizeClass.MEDIUM, 59],
  [FacilitySizeClass.LARGE, 89],
];

/** @param capacity authorised places */
export function sizeClassOf(category: FacilityCategory, capacity: number): FacilitySizeClass {
  const bounds = category === FacilityCategory.FAMILY_CRECHE ? family : collective;
  return bounds.find(([, upTo]) => capacity <= upTo)?.[0] ?? FacilitySizeClass.VERY_LARGE;
}

/** Lowest and highest capacity of a class. */
export interface CapacityRange {
  least: number;
  most: number;
}

/** @returns null where the category has no such class. */
export function capacityRange(category: FacilityCategory, sizeClass: FacilitySizeClass): CapacityRange | null {
  const bounds = category === FacilityCategory.FAMILY_CRECHE ? family : collective;
  const index = sizeClass === FacilitySizeClass.VERY_LARGE ? bounds.length : bounds.findIndex(([name]) => name === sizeClass);
  if (index < 0) return null;
  return { least: index === 0 ? 0 : bounds[index - 1]![1] + 1, most: bounds[index]?.[1] ?? 2 ** 31 - 1 };
}
