import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const SeatCategory = enumeration("SeatCategory", "À quel titre un membre siège au CDSF (D. 214-3 CASF).", {
  AUTHORITIES: "Maires, adjoints et présidents d'EPCI.",
  DEPARTMENT_COUNCIL: "Services du conseil départemental, dont un représentant de la PMI.",
  STATE: "Services de l'État.",
  HEALTH_AGENCY: "Agence régionale de santé.",
  JUSTICE: "Magistrat de la cour d'appel.",
  MSA: "Mutualité sociale agricole : administrateur ou services.",
  CAF: "Services de la Caf.",
  TRAINING: "Service régional de la formation.",
  FRANCE_TRAVAIL: "Directeur territorial de France Travail.",
  ASSOCIATIONS: "Associations.",
  OPERATORS: "Gestionnaires de modes d'accueil ou de services.",
  PARENTS: "Parents.",
  PROFESSIONALS: "Professionnels, particuliers employeurs, syndicats et employeurs du secteur.",
  OTHER: "À un autre titre, dont l'Udaf.",
});
export type SeatCategory = EnumValue<typeof SeatCategory>;

/** French, for a sentence. */
export const seatLabels: Record<SeatCategory, string> = {
  AUTHORITIES: "communes et EPCI",
  DEPARTMENT_COUNCIL: "conseil départemental",
  STATE: "État",
  HEALTH_AGENCY: "agence régionale de santé",
  JUSTICE: "justice",
  MSA: "MSA",
  CAF: "Caf",
  TRAINING: "formation",
  FRANCE_TRAVAIL: "France Travail",
  ASSOCIATIONS: "associations",
  OPERATORS: "gestionnaires",
  PARENTS: "parents",
  PROFESSIONALS: "professionnels",
  OTHER: "autre titre",
};
