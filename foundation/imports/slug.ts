import { unaccented } from "../unaccented.ts";

/** A label as part of an identifier: « Crèche N’Do » → `creche-n-do`. */
export function slug(label: string): string {
  return unaccented(label)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
