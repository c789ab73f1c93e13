import type { TerritoryLevel } from "../../territories/territory-level.ts";
import type { Role } from "./rules/secrecy-rules.ts";

/** A recorded observation, with its true numbers. */
export interface RecordedRow {
  id: string;
  measure: string;
  level: TerritoryLevel;
  code: string;
  year: number;
  /** The year of the official geography in which its territory was counted; null: a territory that does not change. */
  perimeter: number | null;
  /** The same for all rows of one import. */
  recordedAt: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  establishments: number | null;
  largestShare: number | null;
  /** Whether its publisher made it public himself: nothing of it can be withheld. */
  isPublic: boolean;
  /** To a multiple of what its publisher rounds its counts; null: they are exact. */
  roundedTo: number | null;
  /** Whether it is being recorded, and can still be withheld. */
  isNew: boolean;
  /** Which of its numbers are not shown. */
  hidden: Role[];
}
