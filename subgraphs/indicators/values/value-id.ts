import { isYear } from "./check-years.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";

/** Of which indicator, territory and year; of the observation that is cited, or of whichever is the last. */
export interface ValueKey {
  indicator: string;
  level: TerritoryLevel;
  code: string;
  year: number;
  /** Id of an observation; null: the last. */
  pinned: string | null;
}

/** `B13:DEPARTMENT:52:2023`, and `…@1234` where an observation is cited. */
export function valueId({ indicator, level, code, year, pinned }: ValueKey): string {
  return `${[indicator, level, code, year].join(":")}${pinned === null ? "" : `@${pinned}`}`;
}

/** @returns null where the text is no identifier of a value */
export function parseValueId(id: string): ValueKey | null {
  const [, indicator, level, code, year, pinned] = /^([^:@]+):([A-Z_]+):([^:@]+):(\d{4})(?:@(\d{1,18}))?$/.exec(id) ?? [];
  return indicator && Object.hasOwn(TerritoryLevel, level!) && isYear(Number(year))
    ? { indicator, level: level as TerritoryLevel, code: code!, year: Number(year), pinned: pinned ?? null }
    : null;
}
