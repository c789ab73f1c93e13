import { TerritoryLevel } from "./territory-level.ts";

/** A territory as every subgraph knows it: `COMMUNE:52121`, `EPCI:200068658`, `NATION:FR`. */
export const territoryId = (level: TerritoryLevel, code: string): string => `${level}:${code}`;

export function parseTerritoryId(id: string): { level: TerritoryLevel; code: string } {
  const [level, ...code] = id.split(":");
  return { level: level as TerritoryLevel, code: code.join(":") };
}

export function isTerritoryId(text: string): boolean {
  const { level, code } = parseTerritoryId(text);
  return Object.hasOwn(TerritoryLevel, level) && code !== "";
}
