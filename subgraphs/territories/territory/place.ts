import { type SourceReference, type Write, write } from "../../../foundation/imports/dataset.ts";
import { territoryId } from "../../../foundation/territories/territory-id.ts";
import type { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { searchedName } from "./searched-name.ts";
import { Territory, type TerritoryKind } from "./territory.entity.ts";
import { TerritoryPart } from "./territory-part.entity.ts";

interface NamedTerritory {
  level: TerritoryLevel;
  code: string;
  kind: TerritoryKind;
  name: string;
  legalForm?: string | null;
  isDistrict?: boolean;
  source: SourceReference;
}

export function writeTerritory(line: number, { level, code, name, legalForm = null, isDistrict = false, ...rest }: NamedTerritory): Write {
  const id = territoryId(level, code);
  return write(line, Territory, { id, level, code, name, searchedName: searchedName(name), legalForm, isDistrict, ...rest });
}

interface Years {
  from?: number | null;
  until?: number | null;
}

/** @param whole and part by their ids */
export function writePart(line: number, whole: string, part: string, source: SourceReference, { from, until }: Years = {}): Write {
  return write(line, TerritoryPart, { whole, part, fromYear: from ?? 0, untilYear: until ?? null, source });
}
