import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOnDisc } from "../../../../foundation/imports/envelope/file-bytes.ts";
import { readPartnerFile } from "../../../../foundation/imports/envelope/partner-file.ts";
import { UnreadableFile } from "../../../../foundation/imports/envelope/unreadable-file.ts";
import { workbookOf } from "../workbook.ts";
import { type ReadFile, readFile } from "./read-file.ts";

const read = (bytes: Uint8Array | string, required: string[] = [], pieceLength?: number): Promise<ReadFile> =>
  readFile(bytes, { required, nameOf: (name) => name }, pieceLength);

/** In bytes: a letter, a line end, a sign may be cut by the end of a piece. */
const pieceLengths = fc.constantFrom(1, 2, 3, 7, 50, 1000);

/** Fails where the file is neither read nor refused in a sentence. */
async function readOrRefused(bytes: Uint8Array, required: string[], pieceLength: number): Promise<void> {
  try {
    await read(bytes, required, pieceLength);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as Error).message).toMatch(/\p{Lu}.+\.?/u);
  }
}

const noise = fc.string({ unit: fc.constantFrom(..."a1é ,;\t\n\r\"'[]{}:\\\u0000\ufeff\u202f"), maxLength: 80 });

test.each([
  ["any bytes", fc.uint8Array({ maxLength: 500 })],
  ["any text", fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(text))],
  ["any separators, quotes and line ends", noise.map((text) => Buffer.from(text))],
  ["the same in Latin-1", noise.map((text) => Buffer.from(text, "latin1"))],
  ["the same after a bracket", noise.map((text) => Buffer.from(`[${text}`))],
  ["any JSON", fc.json().map((text) => Buffer.from(text))],
  ["a zip signature, then bytes", fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]))],
])("%s: read, or refused in a sentence", async (_, contents) => {
  await fc.assert(fc.asyncProperty(contents, fc.subarray(["a", "a1"]), pieceLengths, readOrRefused), { numRuns: 400 });
});

test("an XLSX file with any of its letters changed, or cut anywhere, is read, or refused in a sentence", async () => {
  const sound = workbookOf([
    ["code", "nom"],
    ["52", "Haute-Marne"],
    ["93", 12.5],
  ]);
  const letters = [...sound.keys()].filter((position) => position > 3 && sound[position]! >= 0x20 && sound[position]! < 0x7f);
  const damage = fc.array(fc.tuple(fc.constantFrom(...letters), fc.nat({ max: 255 })), { minLength: 1, maxLength: 5 });
  const length = fc.oneof(fc.constant(sound.length), fc.nat({ max: sound.length }));
  await fc.assert(
    fc.asyncProperty(damage, length, pieceLengths, async (changes, end, pieceLength) => {
      const bytes = Buffer.from(sound);
      for (const [position, value] of changes) bytes[position] = value;
      await readOrRefused(bytes.subarray(0, end), ["code"], pieceLength);
    }),
    { numRuns: 200 },
  );
});

interface Generated {
  columns: string[];
  /** Fewer or more cells than columns too. */
  rows: { cells: string[]; quoted: boolean; blankBefore: string[] }[];
  delimiter: string;
  end: string;
  lastEnd: boolean;
  encoding: "utf8" | "bom" | "latin1";
}

/** In Latin-1 these letters can never be valid UTF-8. */
const cellText = fc
  .string({ unit: fc.constantFrom(..."abc019 éàç,;\t\"\n'[.-"), maxLength: 8 })
  .map((text) => text.replaceAll("\n", "\r\n"));
const name = fc.tuple(fc.constantFrom("a", "é", "Z"), cellText).map(([first, rest]) => `${first}${rest}`.trim());

const generated: fc.Arbitrary<Generated> = fc.record({
  columns: fc.uniqueArray(name, { minLength: 2, maxLength: 5, selector: (text) => text.replaceAll("\r\n", "\n") }),
  rows: fc.array(
    fc.record({
      cells: fc.array(cellText, { minLength: 1, maxLength: 6 }).filter((cells) => cells.some((cell) => cell.trim() !== "")),
      quoted: fc.boolean(),
      blankBefore: fc.array(fc.constantFrom("", "  "), { maxLength: 2 }),
    }),
    { maxLength: 8 },
  ),
  delimiter: fc.constantFrom(",", ";", "\t"),
  end: fc.constantFrom("\n", "\r\n", "\r"),
  lastEnd: fc.boolean(),
  encoding: fc.constantFrom("utf8", "bom", "latin1"),
});

/** Prints the table, and what reading it must give. */
function printed({ columns, rows, delimiter, end, lastEnd, encoding }: Generated) {
  const special = /[",;\t\r\n]/;
  const cell = (text: string, quoted: boolean) => (quoted || special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const normal = (text: string) => text.replaceAll("\r\n", "\n");
  const hasText = (text: string) => text.trim() !== "";
  const isTrailed = rows.length > 0 && rows.every(({ cells }) => cells.length === columns.length + 1 && !hasText(cells.at(-1)!));
  const leftOut: ReadFile["leftOut"] = [];
  let text = columns.map((column) => cell(column, false)).join(delimiter) + end;
  const nextLine = () => text.split(/\r\n|\r|\n/).length;
  const lines = rows.map(({ cells, quoted, blankBefore }) => {
    for (const blank of blankBefore) {
      leftOut.push({ line: nextLine(), reason: "ligne vide" });
      text += blank + end;
    }
    const line = nextLine();
    text += cells.map((content) => cell(content, quoted)).join(delimiter) + end;
    const read = { line, cells: Object.fromEntries(columns.map((column, index) => [normal(column), normal(cells[index] ?? "")])) };
    if (cells.length === columns.length || isTrailed) return read;
    const value = cells.slice(columns.length).map(normal).filter(hasText).join(" | ");
    const reason = expect.stringMatching(
      cells.length < columns.length ? /^la ligne a \d cellules au lieu de \d/ : /^la ligne a plus de cellules/,
    );
    return { ...read, misshapen: { value, reason } };
  });
  if (!lastEnd) text = text.slice(0, -end.length);
  const bytes = encoding === "latin1" ? Buffer.from(text, "latin1") : Buffer.from(encoding === "bom" ? `\ufeff${text}` : text);
  const last = rows.at(-1);
  const isCut = !lastEnd && last !== undefined && last.cells.length < columns.length;
  return { bytes, isCut, file: { columns: columns.map(normal), printed: {}, lines, leftOut } };
}

test("every line of any CSV comes back, in order, with its cells and the line where it begins; one that is cut is none", async () => {
  await fc.assert(
    fc.asyncProperty(generated, pieceLengths, async (table, pieceLength) => {
      const { bytes, isCut, file } = printed(table);
      const reading = read(bytes, file.columns, pieceLength);
      if (isCut) await expect(reading).rejects.toThrow(/le fichier est-il coupé \?$/);
      else expect(await reading).toEqual(file);
    }),
    { numRuns: 1000 },
  );
});

test("a file that mixes line ends loses no line", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("\n", "\r\n"), { minLength: 1, maxLength: 20 }), pieceLengths, async (ends, pieceLength) => {
      const text = ends.map((end, index) => (index === 0 ? `n;mot${end}` : `${index};x${end}`)).join("");
      const { lines } = await read(text, ["n"], pieceLength);
      expect(lines.map(({ line, cells }) => [line, cells.n, cells.mot])).toEqual(
        ends.slice(1).map((_, index) => [index + 2, String(index + 1), "x"]),
      );
    }),
  );
});

test("every object of any JSON list comes back, a null being an empty cell", async () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
  const objects = fc.array(fc.dictionary(fc.constantFrom("code", "nom", "région"), value));
  await fc.assert(
    fc.asyncProperty(objects, async (list) => {
      const { lines } = await read(JSON.stringify(list));
      const cells = list.map((item) =>
        Object.fromEntries(Object.entries(item).map(([key, content]) => [key, content === null ? "" : String(content)])),
      );
      expect(lines).toEqual(cells.map((row, index) => ({ line: index + 1, cells: row })));
    }),
  );
});

test("an XLSX sheet gives its cells as text, a date as its day, and no blank row", async () => {
  const bytes = workbookOf([
    ["code", "nom", "valeur", "ouvert_le"],
    ["52", "Haute-Marne & Cie", 12.5, new Date("2015-12-31")],
    [null, null, null, null],
    ["93", null, 0, null],
  ]);
  const { columns, lines } = await read(bytes, ["code"]);
  expect(columns).toEqual(["code", "nom", "valeur", "ouvert_le"]);
  expect(lines).toEqual([
    { line: 2, cells: { code: "52", nom: "Haute-Marne & Cie", valeur: "12.5", ouvert_le: "2015-12-31" } },
    { line: 4, cells: { code: "93", nom: "", valeur: "0", ouvert_le: "" } },
  ]);
});

test("a file that is written while it is read is refused", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hub-"));
  const path = join(folder, "file.csv");
  await writeFile(path, "code;nom\n52;Haute-Marne\n");
  const { lines } = await readPartnerFile(await bytesOnDisc(path), { required: ["code"], nameOf: (name) => name });
  expect(await Array.fromAsync(lines())).toEqual([{ line: 2, cells: { code: "52", nom: "Haute-Marne" } }]);
  await utimes(path, 0, 0);
  await expect(Array.fromAsync(lines())).rejects.toThrow("Le fichier a changé pendant sa lecture : recommencez.");
  await rm(folder, { recursive: true });
});
