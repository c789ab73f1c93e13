import type { EntityClass } from "@mikro-orm/core";
import type { z } from "zod";
import type { TableNames } from "../graph/readings/table-names.ts";
import { demonstrationPrefix } from "../graph/source.ts";
import type { PartnerFile, Wide } from "./envelope/layout.ts";
import type { Writer } from "./writer.ts";

/** Which edition of a publisher's file its rows come from; both null for what a partner transmits to the hub himself. */
export interface Edition {
  /** The day of its publication where it is known, else the first of the last period that it describes. */
  edition: string | null;
  publishedOn: string | null;
}

/** Shares of a file's rows. */
export interface ExpectedChanges {
  changed: number;
  absent: number;
}

/** What a source is before it is a row: what a publisher's data set describes, in one of its editions. */
export interface SourceReference extends Partial<Edition> {
  publisher: string;
  dataset: string;
  printedVintage: string;
  /** Null: unknown. */
  licence: string | null;
  demonstration: boolean;
  /** To a multiple of what its counts are rounded. */
  roundedTo?: number | null;
  /** Whether it is a published document, named by the lines that were copied out of it: it has an edition, whatever its dataset. */
  isDocument?: boolean;
}

/** What a recorded source is, for rows that follow from those of another file. */
export function referenceOf(source: SourceReference): SourceReference {
  const { publisher, dataset, printedVintage, licence, demonstration, roundedTo = null, edition = null, publishedOn = null } = source;
  return { publisher, dataset, printedVintage, licence, demonstration, roundedTo, edition, publishedOn };
}

/** One row to be written, and the line of the file it comes from. */
export interface Write<T extends object = object> {
  line: number;
  entity: EntityClass<T>;
  values: Partial<Record<keyof T, unknown>>;
  /** How rows of its table are added; without it, a row takes the place of the one with its primary key. */
  append?: Append | undefined;
}

/** A table to which rows are only added: one that differs from the last of its key is a correction. */
export interface Append {
  /** The properties that tell one number from another. */
  key: readonly string[];
  /** The column that holds the number. */
  number: string;
  /** The properties that name a number for whoever reads what a file changes. */
  named: readonly string[];
  /** Those that a number has of its source, where its file tells of which edition it is. */
  ofSource: readonly (keyof Edition)[];
  /** A statement that reads the last row of a key, with `found` true. @param match the condition on the key, on the alias `t`. */
  last: (names: TableNames, match: string) => string;
  /** What most of the rows that were added say far from those of another year. @param firstAppended the least id of them */
  leaps: (writer: Writer, firstAppended: string) => Promise<Leap[]>;
}

/** An indicator and a year of which a file may have the numbers of another table. */
export interface Leap {
  /** « B01 2024 ». */
  what: string;
  /** Numbers that have another one to be compared with. */
  pairs: number;
  /** Those that are more than the double, or less than the half of it. */
  far: number;
  /** The years of the others. */
  others: number[];
}

/** What else changes with the rows of a file, in the same transaction. @returns the lines that cannot be recorded. */
export type Afterwards = (writer: Writer, written: Written) => Promise<Rejection[]>;

export interface Written {
  writes: Write[];
  /** The least id of the rows that were added to a table; null: none was. */
  firstAppended: string | null;
  /** Of the file, as its sources keep it. */
  hash: string;
}

/** Why a line cannot be recorded. */
export interface Rejection {
  line: number;
  column: string;
  value: string;
  reason: string;
}

export type Numbered<T> = T & { line: number };

/**
 * Whether statistical secrecy bears on the numbers of a file. published: its publisher made them public, and they are served as received,
 * his own masks included. hub: only the hub has them, and it protects them by the rules of `data/secrecy.json`. register: it describes plans, bodies,
 * agreements and facilities one by one, and rights decide who reads them.
 */
type Secrecy = "published" | "hub" | "register";

/** A partner's file layout and what becomes of it. */
export interface Dataset {
  name: string;
  /** French: what the file is. */
  title: string;
  secrecy: Secrecy;
  /** Where the publisher's files differ by name only: what the name must match, with an example for the error. */
  fileName?: { pattern: RegExp; example: string };
  /** The partner's own column names, each with how a cell is read. */
  columns: z.ZodObject;
  /** Other names that its publishers give to a column; accents, case and signs do not matter. */
  otherNames?: Record<string, readonly string[]>;
  /** How a table with one column a year is read. */
  wide?: Wide;
  /** Columns whose cells are never printed back: a sender may have put a secret there. */
  unprinted?: readonly string[];
  /** Lines that are not data (totals, recalls), with the French reason; they are counted apart. */
  ignored?: (cells: Record<string, string>) => string | null;
  /** Turns checked lines of one file into rows: all of them under `whole`, else some at a time. */
  convert: (lines: Numbered<never>[]) => Iterable<Write>;
  /** Whether a row follows from several lines. */
  whole?: true;
  /** Lines that what is recorded excludes, where that is seen only before they take its place. */
  beforehand?: (writer: Writer, writes: readonly Write[]) => Promise<Rejection[]>;
  /** Counts that are stored and follow from these rows; lines that what is recorded excludes. */
  afterwards?: Afterwards;
  /** Whether `afterwards` looks at nothing but rows of its files: what follows from a file is then the same on any day. */
  settled?: true;
  /** What share of a file's rows may change what was published before, and what share of numbers may turn to absence, without a word. */
  expected?: ExpectedChanges;
  /** Under `secrecy: "hub"`, and only there: withholds what secrecy covers, once nothing else is refused. */
  protect?: Afterwards;
}

/** Types `convert` after `columns`. @throws where numbers that only the hub has come with nothing that protects them. */
export function defineDataset<Columns extends z.ZodObject>(
  dataset: Omit<Dataset, "columns" | "convert"> & {
    columns: Columns;
    convert: (lines: Numbered<z.output<Columns>>[]) => Iterable<Write>;
  },
): Dataset {
  const { name, secrecy, protect } = dataset;
  if ((secrecy === "hub") !== (protect !== undefined)) {
    throw new Error(`${name}: a dataset has a protection where only the hub has its numbers (secrecy: "hub"), and nowhere else`);
  }
  return dataset as unknown as Dataset;
}

/** Types the values of a row after its entity. */
export function write<T extends object>(line: number, entity: EntityClass<T>, values: Partial<Record<keyof T, unknown>>): Write {
  return { line, entity, values } as Write;
}

const demonstrationSource = { publisher: "Démonstration (données fictives)", licence: "EUPL-1.2", demonstration: true };

/**
 * The source of a row: the publisher's, or the demonstration's where the territory is the demonstration department.
 * @param code any code of the row (department, commune, SIREN, facility): ZZ… is demonstration.
 */
export function sourceOf(code: string, published: Omit<SourceReference, "demonstration" | keyof Edition>): SourceReference {
  return code.startsWith(demonstrationPrefix) ? { ...published, ...demonstrationSource } : { ...published, demonstration: false };
}

/** The datasets whose columns a file has, for the sentence that tells the sender what he sent. */
export function datasetsLike({ columns }: PartnerFile, datasets: readonly Dataset[]): Dataset[] {
  return datasets.filter((dataset) => requiredColumns(dataset).every((name) => columns.includes(name)));
}

/** Column names a file must have. */
export function requiredColumns(dataset: Dataset): string[] {
  return Object.entries(dataset.columns.shape)
    .filter(([, type]) => !(type as z.ZodType).safeParse(undefined).success)
    .map(([name]) => name);
}
