import { type EnumValue, enumeration } from "../enumeration.ts";

export const TerritoryLevel = enumeration("TerritoryLevel", "Échelon d'un territoire.", {
  NATION: "France : les régions de métropole et d'outre-mer.",
  REGION: "Région (code officiel géographique).",
  DEPARTMENT: "Département, ou territoire de même niveau (code officiel géographique).",
  EPCI: "Établissement public de coopération intercommunale à fiscalité propre (L. 5210-1-1 A CGCT ; SIREN).",
  EPT: "Établissement public territorial de la Métropole du Grand Paris (L. 5219-2 CGCT ; SIREN).",
  COMMUNE: "Commune ou arrondissement municipal (code officiel géographique).",
  EMPLOYMENT_BASIN: "Bassin d'emploi de l'enquête Besoins en main-d'œuvre (découpage de France Travail).",
  PRIORITY_DISTRICT: "Quartier prioritaire de la politique de la ville (loi n° 2014-173 du 21 février 2014, art. 5 ; code de l'ANCT).",
  SECTOR: "Secteur propre à un document ou à une institution.",
});
export type TerritoryLevel = EnumValue<typeof TerritoryLevel>;
