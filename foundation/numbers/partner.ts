import { type EnumValue, enumeration } from "../enumeration.ts";

export const Partner = enumeration("Partner", "Partenaire qui fournit un chiffre au hub.", {
  CAF: "Caisse d'allocations familiales, ou Caisse nationale (Cnaf).",
  PMI: "Conseil départemental, service de protection maternelle et infantile ; ses séries sont publiées par la Drees.",
  MSA: "Mutualité sociale agricole.",
  FRANCE_TRAVAIL: "France Travail.",
  CDSF: "Secrétariat du comité départemental : ce qu'aucun des quatre partenaires ne produit (Insee, Éducation nationale, Région).",
});
export type Partner = EnumValue<typeof Partner>;

/** Whose numbers a subgraph publishes; undefined: nobody's. */
export function partnerOf(subgraph: string): Partner | undefined {
  return Object.values(Partner).find((partner) => partner === subgraph.toUpperCase().replaceAll("-", "_"));
}
