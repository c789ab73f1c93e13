/** A row of a CSV file or a sheet: cells by position, as text. */
export interface Row {
  line: number;
  cells: string[];
}

/** One line of a partner's file: cells by column name, all as text, and its line number in the file. */
export interface PartnerLine {
  line: number;
  cells: Record<string, string>;
  /** Why it cannot be read: it has fewer or more cells than the header. */
  misshapen?: { value: string; reason: string };
}

export interface PartnerFile {
  columns: string[];
  /** The file's own names of the columns that are known by another one. */
  printed: Record<string, string>;
  lines: PartnerLine[];
  /** Titles, remarks, blank lines. */
  leftOut: { line: number; reason: string }[];
}

/** How a table with one column a year is read: the columns that a line a year has. */
export interface Wide {
  year: string;
  value: string;
}

/** What a file must look like. */
export interface Layout {
  required: readonly string[];
  /** The name that a column is known by. */
  nameOf: (printed: string) => string;
  wide?: Wide | undefined;
}
