import { registerEnumType } from "type-graphql";

/** The vocabulary of inspections: D. 2324-51 and D. 2324-52 of the public health code. */

export enum CareMode {
  EAJE = "EAJE",
  CHILDMINDER = "CHILDMINDER",
  HOME_CARE = "HOME_CARE",
}

registerEnumType(CareMode, {
  name: "CareMode",
  description: "Mode d'accueil contrôlé.",
  valuesConfig: {
    EAJE: { description: "Établissement d'accueil du jeune enfant." },
    CHILDMINDER: { description: "Assistant maternel agréé." },
    HOME_CARE: { description: "Personne morale ou entrepreneur individuel de garde d'enfants à domicile (L. 7232-1 du code du travail)." },
  },
});

export enum InspectionAuthority {
  CD = "CD",
  STATE = "STATE",
  CAF_MSA = "CAF_MSA",
  CD_CAF = "CD_CAF",
}

registerEnumType(InspectionAuthority, {
  name: "InspectionAuthority",
  description: "Autorité qui contrôle.",
  valuesConfig: {
    CD: { description: "Président du conseil départemental, service de PMI (L. 2324-1 et L. 2324-2 CSP)." },
    STATE: { description: "Préfet (L. 2324-2 II CSP)." },
    CAF_MSA: { description: "Caf ou MSA, sur l'usage des fonds publics (L. 2324-2 III CSP)." },
    CD_CAF: { description: "Contrôle conjoint du conseil départemental et de la Caf, compté une seule fois." },
  },
});

export enum ControlKind {
  FOLLOW_UP_VISIT = "FOLLOW_UP_VISIT",
  PRE_AUTHORISATION_VISIT = "PRE_AUTHORISATION_VISIT",
  ON_SITE_CONTROL = "ON_SITE_CONTROL",
  JOINT_CONTROL = "JOINT_CONTROL",
  INJUNCTION_FOLLOW_UP = "INJUNCTION_FOLLOW_UP",
  STATE_INSPECTION = "STATE_INSPECTION",
}

registerEnumType(ControlKind, {
  name: "ControlKind",
  description: "Nature du contrôle.",
  valuesConfig: {
    FOLLOW_UP_VISIT: { description: "Visite de suivi de la PMI." },
    PRE_AUTHORISATION_VISIT: { description: "Visite avant une décision d'autorisation, d'agrément ou d'extension." },
    ON_SITE_CONTROL: { description: "Contrôle sur place de la Caf ou de la MSA." },
    JOINT_CONTROL: { description: "Contrôle conjoint." },
    INJUNCTION_FOLLOW_UP: { description: "Contrôle au terme du délai d'une injonction (L. 2324-3 CSP)." },
    STATE_INSPECTION: { description: "Inspection de l'État." },
  },
});

export enum FollowUpNature {
  OBSERVATIONS = "OBSERVATIONS",
  INJUNCTION = "INJUNCTION",
  PENALTY_PAYMENT = "PENALTY_PAYMENT",
  FINANCIAL_SANCTION = "FINANCIAL_SANCTION",
  PROVISIONAL_ADMINISTRATOR = "PROVISIONAL_ADMINISTRATOR",
  PARTIAL_CLOSURE = "PARTIAL_CLOSURE",
  TOTAL_CLOSURE = "TOTAL_CLOSURE",
}

registerEnumType(FollowUpNature, {
  name: "FollowUpNature",
  description: "Suite donnée à un contrôle (L. 2324-3 CSP).",
  valuesConfig: {
    OBSERVATIONS: { description: "Observations." },
    INJUNCTION: { description: "Injonction, avec délai (dite aussi mise en demeure)." },
    PENALTY_PAYMENT: { description: "Astreinte." },
    FINANCIAL_SANCTION: { description: "Sanction financière." },
    PROVISIONAL_ADMINISTRATOR: { description: "Administrateur provisoire." },
    PARTIAL_CLOSURE: { description: "Fermeture partielle." },
    TOTAL_CLOSURE: { description: "Fermeture totale." },
  },
});

export enum NonComplianceNature {
  STAFFING_RATIO = "STAFFING_RATIO",
  QUALIFICATION = "QUALIFICATION",
  PREMISES = "PREMISES",
  HEALTH_SAFETY = "HEALTH_SAFETY",
  DOCUMENTS = "DOCUMENTS",
  CARE_PRACTICE = "CARE_PRACTICE",
}

registerEnumType(NonComplianceNature, {
  name: "NonComplianceNature",
  description: "Nature d'une non-conformité constatée.",
  valuesConfig: {
    STAFFING_RATIO: { description: "Taux d'encadrement." },
    QUALIFICATION: { description: "Qualification des professionnels." },
    PREMISES: { description: "Locaux." },
    HEALTH_SAFETY: { description: "Santé, hygiène et sécurité." },
    DOCUMENTS: { description: "Documents obligatoires (projet, règlement, registres)." },
    CARE_PRACTICE: { description: "Pratiques d'accueil." },
  },
});

export enum PlanStatus {
  DRAFT = "DRAFT",
  ADOPTED = "ADOPTED",
  PUBLISHED = "PUBLISHED",
}

registerEnumType(PlanStatus, {
  name: "PlanStatus",
  description: "État du plan annuel d'inspection et de contrôle.",
  valuesConfig: {
    DRAFT: { description: "Projet." },
    ADOPTED: { description: "Établi par le préfet et le président du conseil départemental." },
    PUBLISHED: { description: "Publié." },
  },
});
