import { csvRows, dialectOf } from "./csv.ts";
import { encodingOf, textOf } from "./decode.ts";
import { type FileBytes, refuseLarge, wholeOf } from "./file-bytes.ts";
import { jsonRecords } from "./json.ts";
import type { Layout, PartnerFile } from "./layout.ts";
import { knownIn, printedNames, tableOf } from "./table.ts";
import { UnreadableFile } from "./unreadable-file.ts";
import { sheetsOf } from "./workbook.ts";
import { yearName, yearsAsLines } from "./years-as-columns.ts";

/**
 * Reads a partner's file whatever its clothes: XLSX, JSON, or CSV with `,` `;` or tab, in UTF-8, UTF-16 or Windows-1252. Of a CSV file only
 * the beginning is read here, and the rest as its lines are asked for.
 * @throws UnreadableFile
 */
export async function readPartnerFile(bytes: FileBytes, layout: Layout): Promise<PartnerFile> {
  if (bytes.size === 0) throw new UnreadableFile("Le fichier est vide.");
  const narrow = { ...layout, required: requiredOfLine(layout) };
  const file = (await isZip(bytes)) ? await readWorkbook(await wholeOf(bytes), narrow) : await readText(bytes, narrow);
  const twice = file.columns.find((name, index) => layout.required.includes(name) && file.columns.indexOf(name) !== index);
  if (twice !== undefined) throw new UnreadableFile(`La colonne « ${file.printed[twice] ?? twice} » figure deux fois : gardez-en une.`);
  return layout.wide ? yearsAsLines(file, layout.wide) : file;
}

const zipSignature = Buffer.from("PK\u0003\u0004");

async function isZip(bytes: FileBytes): Promise<boolean> {
  let start = Buffer.alloc(0);
  for await (const piece of bytes.pieces()) {
    start = Buffer.concat([start, piece.subarray(0, zipSignature.length)]);
    if (start.length >= zipSignature.length) break;
  }
  return start.subarray(0, zipSignature.length).equals(zipSignature);
}

/** A wide table names its years in place of these. */
function requiredOfLine({ required, wide }: Layout): readonly string[] {
  return wide ? required.filter((name) => name !== wide.year && name !== wide.value) : required;
}

async function readText(bytes: FileBytes, layout: Layout): Promise<PartnerFile> {
  const encoding = await encodingOf(bytes);
  const beginning = await beginningOf(textOf(bytes, encoding));
  if (/^\s*[[{]/.test(beginning)) {
    refuseLarge(bytes);
    return readJson((await Array.fromAsync(textOf(bytes, encoding))).join(""), layout);
  }
  const dialect = dialectOf(beginning, (names) => knownIn(names, layout));
  return tableOf(() => csvRows(textOf(bytes, encoding), dialect), layout);
}

/** Letters that tell the separator. */
const lettersLookedAt = 64 * 1024;

async function beginningOf(text: AsyncIterable<string>): Promise<string> {
  let beginning = "";
  for await (const piece of text) {
    beginning += piece;
    if (beginning.length >= lettersLookedAt) break;
  }
  return beginning.slice(0, lettersLookedAt);
}

function readJson(content: string, { nameOf }: Layout): PartnerFile {
  const records = jsonRecords(content);
  const names = [...new Set(records.flatMap(Object.keys))];
  const text = (value: unknown) => (value === null ? "" : typeof value === "object" ? JSON.stringify(value) : String(value));
  const lines = records.map((record, index) => ({
    line: index + 1,
    cells: Object.fromEntries(Object.entries(record).map(([name, value]) => [nameOf(name), text(value)])),
  }));
  return { columns: names.map(nameOf), printed: printedNames(names, nameOf), lines: () => lines };
}

/** The one sheet that has the layout. @throws UnreadableFile where several have */
async function readWorkbook(bytes: Buffer, layout: Layout): Promise<PartnerFile> {
  const sheets = await Promise.all(
    sheetsOf(bytes).map(async ({ name, rows }): Promise<Sheet> => ({ name, rows: rows.length, table: await tableOf(() => rows, layout) })),
  );
  const whole: Sheet[] = [];
  for (const sheet of sheets)
    if (layout.required.every((name) => sheet.table.columns.includes(name)) && (await hasLine(sheet.table))) whole.push(sheet);
  if (whole.length > 1) {
    const names = whole.map(({ name }) => `« ${name} »`).join(", ");
    throw new UnreadableFile(`Plusieurs feuilles du classeur ont la forme attendue (${names}) : enregistrez chacune dans un fichier.`);
  }
  const found = ({ table }: Sheet) => knownIn(table.columns, { ...layout, nameOf: (name) => name }) + yearsOf(table.columns, layout);
  const isCloser = (one: Sheet, other: Sheet) => found(one) > found(other) || (found(one) === found(other) && one.rows > other.rows);
  const [first = emptySheet, ...others] = sheets;
  return (whole[0] ?? others.reduce((best, next) => (isCloser(next, best) ? next : best), first)).table;
}

interface Sheet {
  name: string;
  /** How many there are, whatever they hold. */
  rows: number;
  table: PartnerFile;
}

const emptySheet: Sheet = { name: "", rows: 0, table: { columns: [], printed: {}, lines: () => [] } };

async function hasLine({ lines }: PartnerFile): Promise<boolean> {
  for await (const { leftOut } of lines()) if (!leftOut) return true;
  return false;
}

const yearsOf = (columns: string[], { wide }: Layout) => (wide && columns.some((name) => yearName.test(name)) ? 1 : 0);
