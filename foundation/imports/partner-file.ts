import { parse } from "csv-parse/sync";
import readXlsxFile from "read-excel-file/node";

/** One line of a partner file: cells by column name, all as text, and its line number in the file. */
interface PartnerLine {
  line: number;
  cells: Record<string, string>;
  /** Cells beyond the last column: the line is shifted. */
  surplus: string[];
}

export interface PartnerFile {
  columns: string[];
  /** The file's own names of the columns that are known by another one. */
  printed: Record<string, string>;
  lines: PartnerLine[];
}

/** A file that cannot be read at all; the message is a French sentence for the person who sent it. */
export class UnreadableFile extends Error {}

type NameOf = (printed: string) => string;

const maxBytes = 256 * 1024 * 1024;

/**
 * Reads a partner's file whatever its clothes: XLSX, JSON list, or CSV with `,` `;` or tab, BOM or not, UTF-8 or Latin-1.
 * Blank lines are left out. For XLSX, the sheet is the one whose header has most of `expected`.
 * @param nameOf the name that a column is known by
 * @throws UnreadableFile
 */
export async function readPartnerFile(
  bytes: Buffer,
  expected: readonly string[],
  nameOf: (printed: string) => string = (printed) => printed,
): Promise<PartnerFile> {
  if (bytes.length === 0) throw new UnreadableFile("Le fichier est vide.");
  if (bytes.length > maxBytes) throw new UnreadableFile(`Le fichier dépasse ${maxBytes / 1024 / 1024} Mo : découpez-le.`);
  const file = bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"))
    ? await readXlsx(bytes, expected, nameOf)
    : readText(decode(bytes), nameOf);
  const twice = expected.find((name) => file.columns.indexOf(name) !== file.columns.lastIndexOf(name));
  if (twice !== undefined) throw new UnreadableFile(`La colonne « ${twice} » figure deux fois : gardez-en une.`);
  return file;
}

function readText(content: string, nameOf: NameOf): PartnerFile {
  return /^\s*\[/.test(content) ? readJson(content, nameOf) : readCsv(content.replace(/\r\n?/g, "\n"), nameOf);
}

/** UTF-8 where the bytes are valid UTF-8, Windows-1252 (a superset of Latin-1) otherwise; the BOM is dropped. */
function decode(bytes: Buffer): string {
  if (bytes.includes(0)) throw new UnreadableFile("Le fichier n'est ni un texte (CSV, JSON) ni un classeur XLSX.");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

const csvErrors: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "un guillemet ouvert n'est jamais refermé",
  CSV_INVALID_CLOSING_QUOTE: "un guillemet fermant est suivi d'autre chose qu'un séparateur",
  INVALID_OPENING_QUOTE: "un guillemet se trouve dans une cellule qui n'est pas entre guillemets (entourez-la, et doublez-le)",
};

/** @param content with `\n` as its only line end: a file may mix several. */
function readCsv(content: string, nameOf: NameOf): PartnerFile {
  const names = (/(?:"[^"]*"|[^"\n])*/.exec(content.trimStart())?.[0] ?? "").replace(/"[^"]*"/g, "");
  const delimiter = [",", ";", "\t"].reduce((best, next) => (names.split(next).length > names.split(best).length ? next : best));
  const rows = csvRows(content, delimiter);
  const columns = rows.find(({ cells }) => cells.some(hasText))?.cells.length ?? 0;
  const last = rows.at(-1);
  if (last && last.cells.length < columns && last.cells.some(hasText) && !/\n\s*$/.test(content))
    throw new UnreadableFile(
      `La dernière ligne (${last.line}) n'a que ${last.cells.length} cellules au lieu de ${columns}, et rien ne la termine : le fichier est-il coupé ?`,
    );
  return table(rows, nameOf);
}

interface CsvRow {
  line: number;
  cells: string[];
}

function csvRows(content: string, delimiter: string): CsvRow[] {
  try {
    return parse(content, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells, { lines }) => ({ line: lines - lineEnds(cells), cells }) as never,
    }) as unknown as CsvRow[];
  } catch (error) {
    const { code, lines, message } = error as { code: string; lines: number; message: string };
    throw new UnreadableFile(`Le CSV est mal formé vers la ligne ${lines} : ${csvErrors[code] ?? message}.`);
  }
}

/** How many line ends stand within the cells of a row. */
function lineEnds(cells: string[]): number {
  return cells.some((cell) => cell.includes("\n")) ? cells.join("").split("\n").length - 1 : 0;
}

function readJson(content: string, nameOf: NameOf): PartnerFile {
  let list: unknown;
  try {
    list = JSON.parse(content);
  } catch (error) {
    throw new UnreadableFile(`Le JSON est mal formé : ${(error as Error).message}`);
  }
  const lines = (list as unknown[]).map((item, index) => {
    if (typeof item !== "object" || item === null || Array.isArray(item))
      throw new UnreadableFile(`L'élément ${index + 1} de la liste n'est pas un objet.`);
    const cells = Object.entries(item)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [nameOf(name), typeof value === "object" ? JSON.stringify(value) : String(value)]);
    return { line: index + 1, cells: Object.fromEntries(cells) as Record<string, string>, surplus: [] };
  });
  const names = (list as object[]).flatMap(Object.keys);
  return { columns: [...new Set(names.map(nameOf))], printed: printedNames(names, nameOf), lines };
}

async function readXlsx(bytes: Buffer, expected: readonly string[], nameOf: NameOf): Promise<PartnerFile> {
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = (await readXlsxFile(bytes)) as never;
  } catch (error) {
    throw new UnreadableFile(`Le classeur XLSX est illisible : ${(error as Error).message}`);
  }
  const printed = (cell: unknown) => (cell == null ? "" : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell));
  const tables = sheets.map(({ data }) =>
    table(
      data.map((row, index) => ({ line: index + 1, cells: row.map(printed) })),
      nameOf,
    ),
  );
  const found = ({ columns }: PartnerFile) => expected.filter((name) => columns.includes(name)).length;
  return tables.reduce((best, next) => (found(next) > found(best) ? next : best), tables[0] ?? { columns: [], printed: {}, lines: [] });
}

/** The first row that is not blank names the columns. */
function table(rows: { line: number; cells: string[] }[], nameOf: NameOf): PartnerFile {
  const [header, ...body] = rows.filter(({ cells }) => cells.some(hasText));
  const names = (header?.cells ?? []).map((name) => name.replace(/^\ufeff/, "").trim());
  const columns = names.map(nameOf);
  return {
    columns,
    printed: printedNames(names, nameOf),
    lines: body.map(({ line, cells }) => ({
      line,
      cells: named(columns, cells),
      surplus: cells.slice(columns.length).filter(hasText),
    })),
  };
}

function printedNames(names: readonly string[], nameOf: NameOf): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (nameOf(name) === name ? [] : [[nameOf(name), name]])));
}

/** Entries of a million lines: no pair is made for each cell. */
function named(columns: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [index, name] of columns.entries()) row[name] = cells[index] ?? "";
  return row;
}

const hasText = (cell: string) => cell.trim() !== "";
