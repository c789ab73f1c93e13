import { type EnumValue, enumeration } from "../enumeration.ts";

/** What services to families are about: two themes are in every departmental scheme (socle), others are chosen. */
export const Theme = enumeration("Theme", "Thématique d'un schéma, d'une convention ou d'un programme.", {
  EARLY_CHILDHOOD: "Petite enfance (thématique socle d'un SDSF).",
  CHILDHOOD_YOUTH: "Enfance et jeunesse.",
  PARENTING: "Soutien à la parentalité (thématique socle d'un SDSF).",
  SOCIAL_LIFE: "Animation de la vie sociale.",
  ACCESS_TO_RIGHTS: "Accès aux droits.",
  HOUSING: "Logement.",
  DISABILITY: "Handicap, inclusion.",
  DIGITAL: "Accès au numérique.",
  HEALTH: "Santé.",
  AGEING: "Vieillissement.",
  MOBILITY: "Mobilité.",
  OTHER: "Une autre thématique.",
});
export type Theme = EnumValue<typeof Theme>;
