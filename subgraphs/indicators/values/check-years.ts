import { hubError } from "../../../foundation/errors.ts";

/** @throws BAD_ARGUMENT where « years » holds what is no year of a number */
export function checkYears(years: readonly number[]): void {
  const wrong = years.find((year) => year < 1900 || year > 2100);
  if (wrong !== undefined) throw hubError("BAD_ARGUMENT", `« years » contient ${wrong}, qui n'est pas une année : de 1900 à 2100.`);
}
