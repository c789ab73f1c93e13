import { hubError } from "../../../foundation/errors.ts";

export const isYear = (year: number): boolean => year >= 1900 && year <= 2100;

/** @throws BAD_ARGUMENT where an argument holds what is no year of a number */
export function checkYears(years: readonly number[], argument = "years"): void {
  const wrong = years.find((year) => !isYear(year));
  if (wrong !== undefined) throw hubError("BAD_ARGUMENT", `« ${argument} » contient ${wrong}, qui n'est pas une année : de 1900 à 2100.`);
}
