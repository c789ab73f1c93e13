import { z } from "zod";

/** A cell that holds JSON, as the JSON and CSV files of the découpage administratif do. */
export function jsonCell<T extends z.ZodType>(inner: T) {
  return z
    .string()
    .transform((cell) => JSON.parse(cell) as unknown)
    .pipe(inner);
}
