import { registerEnumType } from "type-graphql";

export enum TerritoryLevel {
  COMMUNE = "COMMUNE",
  EPCI = "EPCI",
  FORMER_EPCI = "FORMER_EPCI",
  DEPARTMENT = "DEPARTMENT",
  REGION = "REGION",
}

registerEnumType(TerritoryLevel, {
  name: "TerritoryLevel",
  description: "Échelon d'un territoire.",
  valuesConfig: {
    COMMUNE: { description: "Commune ou arrondissement municipal (code officiel géographique)." },
    EPCI: { description: "Établissement public de coopération intercommunale à fiscalité propre (SIREN)." },
    FORMER_EPCI: { description: "Ancien EPCI, dissous ou fusionné, connu par un document de l'époque." },
    DEPARTMENT: { description: "Département (code officiel géographique)." },
    REGION: { description: "Région (code officiel géographique)." },
  },
});
