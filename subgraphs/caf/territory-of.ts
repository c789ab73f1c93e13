import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";
import { Commune } from "./commune.stub.ts";
import { Department } from "./department.stub.ts";
import { Epci } from "./epci.stub.ts";
import { FormerEpci } from "./former-epci.stub.ts";
import type { Territory } from "./territory.stub.ts";

/** The key of a territory, for the territories subgraph to complete; null where the level is not one that Caf data name. */
export function territoryOf(level: TerritoryLevel | null, code: string | null): Territory | null {
  if (level === null || code === null) return null;
  switch (level) {
    case TerritoryLevel.COMMUNE:
      return Object.assign(new Commune(), { code });
    case TerritoryLevel.EPCI:
      return Object.assign(new Epci(), { siren: code });
    case TerritoryLevel.FORMER_EPCI:
      return Object.assign(new FormerEpci(), { code });
    case TerritoryLevel.DEPARTMENT:
      return Object.assign(new Department(), { code });
    case TerritoryLevel.REGION:
      return null;
  }
}
