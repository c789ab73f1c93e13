import { stringify } from "csv-stringify/sync";

/** Comma separated, with a header line; a list is one cell, separated by `|`. */
export function csv(rows: Record<string, string | number | null | string[]>[]): string {
  return stringify(rows, { header: true, cast: { object: (list) => (list as unknown as string[]).join("|") } });
}

/** A list, one object a line, as @etalab/decoupage-administratif prints its files. */
export function jsonLines(rows: readonly object[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(",\n")}\n]\n`;
}
