import { csvRows } from "./csv.ts";
import { decode } from "./decode.ts";
import { jsonRecords } from "./json.ts";
import type { Layout, PartnerFile } from "./layout.ts";
import { knownIn, printedNames, tableOf } from "./table.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { sheetsOf } from "./workbook.ts";
import { yearName, yearsAsLines } from "./years-as-columns.ts";

const maxBytes = 256 * 1024 * 1024;

/**
 * Reads a partner's file whatever its clothes: XLSX, JSON, or CSV with `,` `;` or tab, in UTF-8, UTF-16 or Windows-1252.
 * @throws UnreadableFile
 */
export function readPartnerFile(bytes: Buffer, layout: Layout): PartnerFile {
  if (bytes.length === 0) throw new UnreadableFile("Le fichier est vide.");
  if (bytes.length > maxBytes) throw new UnreadableFile(`Le fichier dépasse ${maxBytes / 1024 / 1024} Mo : découpez-le.`);
  const narrow = { ...layout, required: requiredOfLine(layout) };
  const file = isZip(bytes) ? readWorkbook(bytes, narrow) : readText(decode(bytes), narrow);
  const twice = file.columns.find((name, index) => layout.required.includes(name) && file.columns.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableFile(`La colonne « ${file.printed[twice] ?? twice} » figure deux fois : gardez-en une.`);
  return layout.wide ? yearsAsLines(file, layout.wide) : file;
}

const isZip = (bytes: Buffer) => bytes.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004"));

/** A wide table names its years in place of these. */
function requiredOfLine({ required, wide }: Layout): readonly string[] {
  return wide ? required.filter((name) => name !== wide.year && name !== wide.value) : required;
}

function readText(content: string, layout: Layout): PartnerFile {
  if (/^\s*[[{]/.test(content)) return readJson(content, layout);
  const { rows, isEnded } = csvRows(content, (names) => knownIn(names, layout));
  return tableOf(rows, layout, isEnded);
}

function readJson(content: string, { nameOf }: Layout): PartnerFile {
  const records = jsonRecords(content);
  const names = [...new Set(records.flatMap(Object.keys))];
  const text = (value: unknown) => (value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));
  const lines = records.map((record, index) => ({
    line: index + 1,
    cells: Object.fromEntries(Object.entries(record).map(([name, value]) => [nameOf(name), text(value)])),
  }));
  return { columns: names.map(nameOf), printed: printedNames(names, nameOf), lines, leftOut: [] };
}

/** The one sheet that has the layout. @throws UnreadableFile where several have */
function readWorkbook(bytes: Buffer, layout: Layout): PartnerFile {
  const tables = sheetsOf(bytes).map(({ name, rows }) => ({ name, table: tableOf(rows, layout) }));
  const found = ({ columns }: PartnerFile) => knownIn(columns, { ...layout, nameOf: (name) => name }) + yearsOf(columns, layout);
  const whole = tables.filter(({ table }) => layout.required.every((name) => table.columns.includes(name)) && table.lines.length > 0);
  if (whole.length > 1) {
    const names = whole.map(({ name }) => `« ${name} »`).join(", ");
    throw new UnreadableFile(`Plusieurs feuilles du classeur ont la forme attendue (${names}) : enregistrez chacune dans un fichier.`);
  }
  const isCloser = (one: PartnerFile, other: PartnerFile) =>
    found(one) > found(other) || (found(one) === found(other) && one.lines.length > other.lines.length);
  const none: PartnerFile = { columns: [], printed: {}, lines: [], leftOut: [] };
  return whole[0]?.table ?? tables.reduce((best, { table }) => (isCloser(table, best) ? table : best), tables[0]?.table ?? none);
}

const yearsOf = (columns: string[], { wide }: Layout) => (wide && columns.some((name) => yearName.test(name)) ? 1 : 0);
