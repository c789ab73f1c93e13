import { TerritoryLevel } from "../territories/territory-level.ts";
import { isSameUnit } from "./secrecy/rules/populations.ts";
import { secrecy } from "./secrecy/rules/secrecy-rules.ts";

/** What a number can be, both ends included. */
export interface Range {
  least: number;
  most: number;
}

/**
 * Of a rate for a hundred: above a hundred there are places for the children of elsewhere. The highest that a publisher printed is 195,8 (coverage of
 * an EPCI in 2023, Cnaf), of larger territories 87. In a commune of ten children one crèche of twenty places gives 200, hence a bound of its own. A
 * number that lost its decimal mark is ten or a hundred times what it was.
 */
export const perHundredIn = (level: TerritoryLevel): Range => ({ least: 0, most: level === TerritoryLevel.COMMUNE ? 2000 : 300 });

const share: Range = { least: 0, most: 100 };
const counted: Range = { least: 0, most: Number.POSITIVE_INFINITY };

const unitsPerHundred = ["%", "places pour 100 enfants de moins de 3 ans"];
/** How the codes of indicators end that say how much another one changed. */
export const changesName = /-change(-rate)?$/;

/** What a number of an indicator can be in its unit, for a territory of a level: only a change is negative. */
export function rangeOf(measure: string, unit: string, level: TerritoryLevel): Range {
  const isPerHundred = unitsPerHundred.some((each) => isSameUnit(each, unit));
  const { least, most } = secrecy.isShare(measure) ? share : isPerHundred ? perHundredIn(level) : counted;
  return { least: changesName.test(measure) ? -most : least, most };
}

export const isWithin = ({ least, most }: Range, value: number) => least <= value && value <= most;

/** French: what is expected of a number that is not within, and what to look at. */
export function outside({ least, most }: Range): string {
  if (most === Number.POSITIVE_INFINITY) return "attendu : un nombre positif ou nul";
  return `attendu : un nombre de ${least} à ${most} (a-t-il perdu sa virgule : 5080 pour 50,80 ?)`;
}
