import { periodOf } from "../../imports/period.ts";
import { TerritoryLevel } from "../../territories/territory-level.ts";
import { ObservationStatus } from "../observation.ts";
import { isWithin, rangeOf } from "../range.ts";
import { isSameUnit, populationOf } from "../secrecy/rules/populations.ts";
import { secrecy } from "../secrecy/rules/secrecy-rules.ts";

/** A line of the exchange layout, as far as its rules look at it. */
interface Transmitted {
  niveau: TerritoryLevel;
  annee: number;
  statut: ObservationStatus;
  millesime: string;
  perimetre: number | null;
  parties_manquantes: number | null;
  indicateur: string;
  unite: string;
  valeur: number | null;
  numerateur: number | null;
  denominateur: number | null;
  etablissements: number | null;
  part_principale: number | null;
}

/** Communes and EPCI change: a protected number says in which geography it was counted. */
export function saysItsPerimeter({ indicateur, niveau, valeur, perimetre }: Transmitted): boolean {
  const changes = niveau === TerritoryLevel.COMMUNE || niveau === TerritoryLevel.EPCI;
  return !changes || valeur === null || perimetre !== null || secrecy.quantitiesOf(indicateur).length === 0;
}

/** Counts are whole, a share is of a whole, and a number is what one of its unit can be. */
export function isPossible({ indicateur, niveau, unite, valeur, numerateur, denominateur }: Transmitted): boolean {
  if (valeur === null) return true;
  const counted = populationOf(unite);
  if (!isWithin(rangeOf(indicateur, unite, niveau), valeur)) return false;
  if ((counted === "PERSONS" || counted === "ESTABLISHMENTS") && !Number.isInteger(valeur)) return false;
  return !secrecy.isShare(indicateur) || (numerateur ?? 0) <= (denominateur ?? Number.POSITIVE_INFINITY);
}

/** A rate is that of its margins, as far as its digits go. */
export function isOfItsMargins({ indicateur, valeur, numerateur, denominateur }: Transmitted): boolean {
  if (valeur === null || numerateur === null || denominateur === null || !secrecy.isRate(indicateur)) return true;
  const decimals = String(valeur).split(".")[1]?.length ?? 0;
  return (
    denominateur > 0 && Math.abs(valeur - (secrecy.perOf(indicateur) * numerateur) / denominateur) <= 0.51 * 10 ** -Math.max(1, decimals)
  );
}

/** How many establishments there are bounds what the first of them can make up. */
export function isShareOfOne({ etablissements, part_principale }: Transmitted): boolean {
  if (etablissements === null || part_principale === null) return true;
  return etablissements >= 1 && part_principale <= 100 && part_principale >= 100 / etablissements - 0.05;
}

/** Parts are missing of a lower bound, and of nothing else. */
export const saysWhatIsMissing = ({ statut, parties_manquantes }: Transmitted) =>
  (statut === ObservationStatus.LOWER_BOUND) === (parties_manquantes ?? 0) > 0 ||
  (statut === ObservationStatus.LOWER_BOUND && parties_manquantes === null);

/** What is served beside a withheld number may not tell it. */
export const isOnlyAPeriod = ({ indicateur, millesime }: Transmitted) =>
  secrecy.quantitiesOf(indicateur).length === 0 || (periodOf(millesime) !== null && millesime.length <= 40);

/** A period holds the year that the number describes. */
export function holdsItsYear({ millesime, annee }: Transmitted): boolean {
  const period = periodOf(millesime);
  return period === null || (Number(period.start.slice(0, 4)) <= annee && annee <= Number(period.end.slice(0, 4)));
}

/** A number is in the unit of the catalogue, or in another form of its word: what numbers add up to has that unit. */
export function isInItsUnit(line: Transmitted): boolean {
  const { indicateur, unite, valeur } = line;
  const unit = secrecy.measureOf(indicateur)?.unit;
  const isToldAlready = populationOf(unite) === null || !countsWhatIsDeclared(line);
  return valeur === null || unit === undefined || isToldAlready || isSameUnit(unite, unit);
}

/** A unit that counts people is one of an indicator that a rule protects as people. */
export function countsWhatIsDeclared({ indicateur, unite, valeur }: Transmitted): boolean {
  return valeur === null || populationOf(unite) !== "PERSONS" || secrecy.ruleOf(indicateur)?.about === "PERSONS";
}

/** A protected rate has both margins, and nothing else has one. */
export function hasItsMargins({ indicateur, valeur, numerateur, denominateur }: Transmitted): boolean {
  if (secrecy.quantitiesOf(indicateur).length === 0) return true;
  const given = [numerateur, denominateur].filter((margin) => margin !== null).length;
  return given === (secrecy.isRate(indicateur) && valeur !== null ? 2 : 0);
}

/** A protected amount says how many establishments make it up, and the share of the first. */
export function saysWhoMakesItUp({ indicateur, valeur, etablissements, part_principale }: Transmitted): boolean {
  const isSaid = etablissements !== null && part_principale !== null;
  return secrecy.ruleOf(indicateur)?.about !== "AMOUNTS" || valeur === null || isSaid;
}
