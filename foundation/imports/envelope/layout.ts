/** What is read again and again from its beginning, one after the other. */
export type Repeatable<T> = () => AsyncIterable<T> | Iterable<T>;

/** A row of a CSV file or a sheet: cells by position, as text. */
export interface Row {
  line: number;
  cells: string[];
  /** Whether it is the last and nothing ends it: it may go on in what is missing of the file. */
  isUnended?: true;
}

/** One line of a partner's file: cells by column name, all as text, and its line number in the file. */
export interface PartnerLine {
  line: number;
  cells: Record<string, string>;
  /** Why it cannot be read: it has fewer or more cells than the header. */
  misshapen?: { value: string; reason: string };
  /** Why it is no data: a title, a remark, a blank line. */
  leftOut?: string;
}

export interface PartnerFile {
  columns: string[];
  /** The file's own names of the columns that are known by another one. */
  printed: Record<string, string>;
  lines: Repeatable<PartnerLine>;
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
