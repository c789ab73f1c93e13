import { type EnumValue, enumeration } from "../enumeration.ts";

export const Partner = enumeration("Partner", "Partenaire qui fournit un chiffre au hub.", {
  CAF: "Caisse d'allocations familiales (L. 212-1 CSS), ou Caisse nationale (Cnaf, L. 223-1 CSS).",
  PMI: "Conseil départemental, service de protection maternelle et infantile (L. 2112-1 CSP) ; ses séries sont publiées par la Drees.",
  MSA: "Mutualité sociale agricole (L. 723-1 CRPM).",
  FRANCE_TRAVAIL: "France Travail (L. 5312-1 code du travail).",
  CDSF: "Secrétariat du comité départemental des services aux familles (L. 214-5 CASF) : ce qu'aucun des quatre partenaires ne produit (Insee, Éducation nationale, Région).",
});
export type Partner = EnumValue<typeof Partner>;

/** Whose numbers a subgraph publishes; undefined: nobody's. */
export function partnerOf(subgraph: string): Partner | undefined {
  return Object.values(Partner).find((partner) => partner === subgraph.toUpperCase().replaceAll("-", "_"));
}
