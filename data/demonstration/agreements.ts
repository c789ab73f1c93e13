export const agreements = [
  {
    id: "ZZ-CTG-1",
    niveau: "EPCI",
    territoire: "ZZ0000001",
    statut: "SIGNED",
    signee_le: "2023-12-11",
    debut: "2024-01-01",
    fin: "2028-12-31",
    signataires: ["CAF", "EPCI", "CD"],
    thematiques: ["petite enfance", "enfance-jeunesse", "parentalité", "inclusion handicap"],
  },
  {
    id: "ZZ-CTG-2",
    niveau: "EPCI",
    territoire: "ZZ0000002",
    statut: "SIGNED",
    signee_le: "2022-12-05",
    debut: "2023-01-01",
    fin: "2027-12-31",
    signataires: ["CAF", "EPCI", "MSA"],
    thematiques: ["petite enfance", "parentalité", "animation de la vie sociale"],
  },
  {
    id: "ZZ-CTG-3",
    niveau: "EPCI",
    territoire: "ZZ0000003",
    statut: "SIGNED",
    signee_le: "2020-12-17",
    debut: "2021-01-01",
    fin: "2025-12-31",
    signataires: ["CAF", "EPCI"],
    thematiques: ["petite enfance", "accès aux droits"],
  },
  {
    id: "ZZ-CTG-4",
    niveau: "COMMUNE",
    territoire: "ZZ007",
    statut: "IN_PREPARATION",
    signee_le: "",
    debut: "",
    fin: "",
    signataires: [],
    thematiques: ["petite enfance", "parentalité", "logement"],
  },
];

export type Agreement = (typeof agreements)[number];

/** Signed and running at the end of the year. */
export function runningAgreements(year: number): Agreement[] {
  return agreements.filter(({ statut, debut, fin }) => statut === "SIGNED" && debut <= `${year}-12-31` && fin >= `${year}-12-31`);
}
