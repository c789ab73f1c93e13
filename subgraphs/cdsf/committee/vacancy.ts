import { addDays, addMonths } from "../../../foundation/day.ts";

/** Within so many months a member is replaced (D. 214-3 CASF). */
const replacementMonths = 3;

/** @param since the first day of the vacancy @returns the last day in time */
export const replaceBy = (since: string): string => addMonths(since, replacementMonths);

/** @param until the last day of the vacancy @returns the day on which the seat is filled; null: it is vacant */
export const filledOn = (until: string | null): string | null => (until === null ? null : addDays(until, 1));
