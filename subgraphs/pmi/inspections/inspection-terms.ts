import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

/** The vocabulary of inspections: D. 2324-51 and D. 2324-52 of the public health code. */

export const CareMode = enumeration("CareMode", "Mode d'accueil contrôlé.", {
  EAJE: "Établissement d'accueil du jeune enfant.",
  CHILDMINDER: "Assistant maternel agréé.",
  HOME_CARE: "Personne morale ou entrepreneur individuel de garde d'enfants à domicile (L. 7232-1 du code du travail).",
});
export type CareMode = EnumValue<typeof CareMode>;

export const InspectionAuthority = enumeration("InspectionAuthority", "Autorité qui contrôle.", {
  CD: "Président du conseil départemental, service de PMI (L. 2324-1 et L. 2324-2 CSP).",
  STATE: "Préfet (L. 2324-2 II CSP).",
  CAF_MSA: "Caf ou MSA, sur l'usage des fonds publics (L. 2324-2 III CSP).",
  CD_CAF: "Contrôle conjoint du conseil départemental et de la Caf, compté une seule fois.",
});
export type InspectionAuthority = EnumValue<typeof InspectionAuthority>;

export const ControlKind = enumeration("ControlKind", "Nature du contrôle.", {
  FOLLOW_UP_VISIT: "Visite de suivi de la PMI.",
  PRE_AUTHORISATION_VISIT: "Visite avant une décision d'autorisation, d'agrément ou d'extension.",
  ON_SITE_CONTROL: "Contrôle sur place de la Caf ou de la MSA.",
  JOINT_CONTROL: "Contrôle conjoint.",
  INJUNCTION_FOLLOW_UP: "Contrôle au terme du délai d'une injonction (L. 2324-3 CSP).",
  STATE_INSPECTION: "Inspection de l'État.",
});
export type ControlKind = EnumValue<typeof ControlKind>;

export const FollowUpNature = enumeration("FollowUpNature", "Suite donnée à un contrôle (L. 2324-3 CSP).", {
  OBSERVATIONS: "Observations.",
  INJUNCTION: "Injonction, avec délai (dite aussi mise en demeure).",
  PENALTY_PAYMENT: "Astreinte.",
  FINANCIAL_SANCTION: "Sanction financière.",
  PROVISIONAL_ADMINISTRATOR: "Administrateur provisoire.",
  PARTIAL_CLOSURE: "Fermeture partielle.",
  TOTAL_CLOSURE: "Fermeture totale.",
});
export type FollowUpNature = EnumValue<typeof FollowUpNature>;

export const NonComplianceNature = enumeration("NonComplianceNature", "Nature d'une non-conformité constatée.", {
  STAFFING_RATIO: "Taux d'encadrement.",
  QUALIFICATION: "Qualification des professionnels.",
  PREMISES: "Locaux.",
  HEALTH_SAFETY: "Santé, hygiène et sécurité.",
  DOCUMENTS: "Documents obligatoires (projet, règlement, registres).",
  CARE_PRACTICE: "Pratiques d'accueil.",
});
export type NonComplianceNature = EnumValue<typeof NonComplianceNature>;

export const PlanStatus = enumeration("PlanStatus", "État du plan annuel d'inspection et de contrôle.", {
  DRAFT: "Projet.",
  ADOPTED: "Établi par le préfet et le président du conseil départemental.",
  PUBLISHED: "Publié.",
});
export type PlanStatus = EnumValue<typeof PlanStatus>;
