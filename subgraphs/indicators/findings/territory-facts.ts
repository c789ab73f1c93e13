import type { Source } from "../../../foundation/graph/source.ts";
import type { Observation } from "../../../foundation/numbers/observation.ts";

/** What is shown of a territory in a year. */
export interface TerritoryFacts {
  year: number;
  /** What counts of each indicator, by its code. */
  numbers: ReadonlyMap<string, Told>;
  /** What each publisher says of each indicator, the numbers that count among them. */
  told: readonly Told[];
  labelOf: (indicator: string) => string;
}

export type Told = Pick<Observation, "measure" | "value" | "unit"> & { source: Source };

/** A number as a French reader writes it. */
export const french = (value: number) => value.toLocaleString("fr-FR");
