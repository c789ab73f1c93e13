import { type EnumValue, enumeration } from "../enumeration.ts";

export const Party = enumeration("Party", "Organisme qui agit, finance, signe ou reçoit, par sa nature ; jamais une personne.", {
  CAF: "Caisse d'allocations familiales.",
  CNAF: "Caisse nationale des allocations familiales.",
  MSA: "Mutualité sociale agricole.",
  CD: "Conseil départemental.",
  PREFECT: "Préfet de département.",
  STATE: "Services de l'État, hors préfet.",
  ARS: "Agence régionale de santé.",
  CNAM: "Assurance maladie (Cnam ou caisse primaire).",
  REGION: "Conseil régional.",
  COMMUNE: "Une commune, ou plusieurs.",
  EPCI: "Établissement public de coopération intercommunale.",
  FRANCE_TRAVAIL: "France Travail.",
  EDUCATION: "Éducation nationale.",
  JUSTICE: "Justice.",
  UDAF: "Union départementale des associations familiales.",
  OPERATOR: "Gestionnaire d'un établissement ou d'un service.",
  ASSOCIATION: "Association.",
  CDSF: "Comité départemental des services aux familles.",
  HCFEA: "Haut Conseil de la famille, de l'enfance et de l'âge.",
  MINISTER: "Ministre chargé de la famille.",
  DGCS: "Direction générale de la cohésion sociale.",
  OTHER: "Un autre organisme.",
});
export type Party = EnumValue<typeof Party>;
