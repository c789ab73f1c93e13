import { z } from "zod";
import { communeCode, departmentCode, siren, text } from "../../imports/french-values.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";

const codes: Record<TerritoryLevel, z.ZodType> = {
  [TerritoryLevel.NATION]: z.literal("FR"),
  [TerritoryLevel.REGION]: text,
  [TerritoryLevel.DEPARTMENT]: departmentCode,
  [TerritoryLevel.EPCI]: siren,
  [TerritoryLevel.EPT]: siren,
  [TerritoryLevel.COMMUNE]: communeCode,
  [TerritoryLevel.EMPLOYMENT_BASIN]: text,
  [TerritoryLevel.PRIORITY_DISTRICT]: text,
  [TerritoryLevel.SECTOR]: text,
};

/** For `refine`: the code of a territory has the form of its level's. */
export const ofItsLevel = [
  ({ niveau, territoire }: { niveau: TerritoryLevel; territoire: string }) => codes[niveau].safeParse(territoire).success,
  {
    path: ["territoire"] as PropertyKey[],
    error: "attendu : le code d'un territoire de cet échelon (commune : 5 caractères, EPCI : 9 chiffres, département : 52, 2A, 971)",
  },
] as const;
