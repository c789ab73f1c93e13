import { round } from "./numbers.ts";

/** What a producer says of an indicator for one year, in the exchange layout of the hub. */
export interface IndicatorCell {
  valeur: number | null;
  statut: string;
  numerateur: number | null;
  denominateur: number | null;
  remarque: string;
}

export function published(valeur: number, remarque = ""): IndicatorCell {
  return { valeur, statut: "PUBLISHED", numerateur: null, denominateur: null, remarque };
}

export function ratio(numerateur: number, denominateur: number, { per = 100, decimals = 1 } = {}): IndicatorCell {
  return { ...published(round((per * numerateur) / denominateur, decimals)), numerateur, denominateur };
}

/** A share as a remark prints it: `64,3 %`. */
export function printedShare(numerateur: number, denominateur: number): string {
  return `${String(ratio(numerateur, denominateur).valeur).replace(".", ",")} %`;
}

export function absent(statut: string, remarque = ""): IndicatorCell {
  return { valeur: null, statut, numerateur: null, denominateur: null, remarque };
}

/** A number that is not final; an absence stays what it is. */
export function marked(cell: IndicatorCell, statut: string, remarque: string): IndicatorCell {
  return cell.valeur === null ? cell : { ...cell, statut, remarque: [cell.remarque, remarque].filter(Boolean).join(" ") };
}
