import { type EnumValue, enumeration } from "../enumeration.ts";

export const TerritoryLevel = enumeration("TerritoryLevel", "Échelon d'un territoire.", {
  COMMUNE: "Commune ou arrondissement municipal (code officiel géographique).",
  EPCI: "Établissement public de coopération intercommunale à fiscalité propre (SIREN).",
  FORMER_EPCI: "Ancien EPCI, dissous ou fusionné, connu par un document de l'époque.",
  DEPARTMENT: "Département (code officiel géographique).",
  REGION: "Région (code officiel géographique).",
});
export type TerritoryLevel = EnumValue<typeof TerritoryLevel>;
