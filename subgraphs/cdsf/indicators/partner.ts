import { registerEnumType } from "type-graphql";

export enum Partner {
  CAF = "CAF",
  PMI = "PMI",
  MSA = "MSA",
  FRANCE_TRAVAIL = "FRANCE_TRAVAIL",
  CDSF = "CDSF",
}

registerEnumType(Partner, {
  name: "Partner",
  description: "Partenaire qui fournit un chiffre au hub.",
  valuesConfig: {
    CAF: { description: "Caisse d'allocations familiales, ou Caisse nationale (Cnaf)." },
    PMI: { description: "Conseil départemental, service de protection maternelle et infantile ; ses séries sont publiées par la Drees." },
    MSA: { description: "Mutualité sociale agricole." },
    FRANCE_TRAVAIL: { description: "France Travail." },
    CDSF: {
      description:
        "Secrétariat du comité départemental : ce qu'aucun des quatre partenaires ne produit (Insee, Éducation nationale, Région).",
    },
  },
});
