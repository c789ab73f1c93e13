import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const ProjectKind = enumeration("ProjectKind", "Nature d'un projet d'établissement.", {
  CREATION: "Création.",
  EXTENSION: "Extension.",
  TRANSFORMATION: "Transformation.",
  TRANSFER: "Transfert, ou reprise par un autre gestionnaire.",
  REDUCTION: "Réduction du nombre de places.",
  CLOSURE: "Fermeture.",
});
export type ProjectKind = EnumValue<typeof ProjectKind>;

export const ProjectStage = enumeration("ProjectStage", "Où en est un projet.", {
  ANNOUNCED: "Annoncé.",
  SUBMITTED: "Déposé.",
  UNDER_EXAMINATION: "En cours d'examen.",
  OPINION_GIVEN: "L'autorité organisatrice a donné son avis.",
  AUTHORISED: "Autorisé.",
  OPEN: "Ouvert, ou réalisé.",
  REFUSED: "Refusé.",
  DROPPED: "Abandonné.",
});
export type ProjectStage = EnumValue<typeof ProjectStage>;

export const OpinionOutcome = enumeration(
  "OpinionOutcome",
  "Avis de l'autorité organisatrice sur un projet privé (L. 2324-1 CSP, depuis le 1er janvier 2025).",
  {
    PENDING: "Attendu.",
    FAVOURABLE: "Favorable.",
    UNFAVOURABLE: "Défavorable.",
    TACIT: "Favorable, faute de réponse dans les quatre mois (décret n° 2025-304 du 1er avril 2025).",
  },
);
export type OpinionOutcome = EnumValue<typeof OpinionOutcome>;

export const OpinionGround = enumeration("OpinionGround", "Sur quoi porte l'avis de l'autorité organisatrice.", {
  ZONE_OFFER: "Offre de la zone, ou zone prioritaire.",
  TRANSPORT: "Accès par les transports.",
  EXISTING_OFFER: "Effet sur l'offre existante.",
  TARIFF: "Accessibilité tarifaire.",
  OPENING_HOURS: "Horaires d'ouverture.",
  DISABILITY_HEALTH: "Accueil des enfants en situation de handicap ou malades.",
});
export type OpinionGround = EnumValue<typeof OpinionGround>;

export const DecisionKind = enumeration("DecisionKind", "Décision de l'autorité compétente sur un projet.", {
  AUTHORISATION: "Autorisation du président du conseil départemental.",
  OPINION: "Avis du président du conseil départemental, pour un établissement public.",
  REFUSAL: "Refus.",
});
export type DecisionKind = EnumValue<typeof DecisionKind>;
