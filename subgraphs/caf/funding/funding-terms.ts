import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const FundingKind = enumeration("FundingKind", "À quel titre un financement est versé.", {
  PSU: "Prestation de service unique (PSU), versée au gestionnaire d'un EAJE.",
  PSO: "Prestation de service ordinaire : RPE, LAEP, CLAS, accueil de loisirs…",
  TERRITORY_BONUS: "Bonus territoire, adossé à une CTG ; son montant par unité est figé pendant la convention.",
  SOCIAL_MIX_BONUS: "Bonus mixité sociale, selon les participations des familles.",
  DISABILITY_BONUS: "Bonus inclusion handicap, selon la part d'enfants bénéficiaires de l'AEEH.",
  ATTRACTIVENESS_BONUS: "Bonus attractivité.",
  DEVELOPMENT_BONUS: "Bonus trajectoire de développement.",
  CTRE: "Complément au bonus territoire des places réservées par des employeurs.",
  FNP: "Fonds national parentalité.",
  FPT: "Fonds publics et territoires.",
  INVESTMENT: "Aide à l'investissement.",
  REBALANCING: "Fonds de rééquilibrage territorial.",
  COORDINATION: "Poste de chargé de coopération d'une CTG.",
  ENGINEERING: "Ingénierie d'une CTG ou d'un schéma.",
  GMR: "« Grandir en milieu rural » (MSA).",
  CHARTER: "Charte « Avec les familles » (MSA).",
  OTHER: "À un autre titre.",
});
export type FundingKind = EnumValue<typeof FundingKind>;

export const FundingUnit = enumeration("FundingUnit", "Ce qu'un financement paie.", {
  PLACE: "Une place.",
  HOUR: "Une heure.",
  FTE: "Un équivalent temps plein.",
  STRUCTURE: "Une structure.",
});
export type FundingUnit = EnumValue<typeof FundingUnit>;

/** French: as quantities are printed. */
export const unitLabels: Record<FundingUnit, string> = { PLACE: "places", HOUR: "heures", FTE: "ETP", STRUCTURE: "structures" };
