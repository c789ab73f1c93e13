import type { FileBytes } from "./file-bytes.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** A sign that letters were lost or mixed on the way, and what it tells. */
interface Damage {
  sign: RegExp;
  reason: string;
}

/** Two bytes of UTF-8 that were read as two letters: « Ã© » for « é », « â€™ » for « ’ », « Â » before a sign. */
const twiceEncoded = /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]|â(?:€[\u0080-\u2122]|‚¬)|Â[\u00a0-\u00bf]/;

const ofUnicode: Damage[] = [
  {
    sign: /\ufffd/,
    reason: "contient un caractère « \ufffd » : des lettres ont été perdues quand le fichier a été enregistré. Repartez de l'original",
  },
  {
    sign: twiceEncoded,
    reason: "contient des lettres encodées deux fois (« Ã© » pour « é ») : enregistrez l'original en UTF-8, une seule fois",
  },
];
const ofSingleBytes: Damage[] = [
  { sign: twiceEncoded, reason: "mêle deux encodages (UTF-8 et Windows-1252) : enregistrez tout le fichier en UTF-8" },
  {
    // No letter has these codes in Windows-1252.
    sign: /[\u0081\u008d\u008f\u0090\u009d]/,
    reason: "contient un octet qui n'est d'aucun encodage reconnu (UTF-8, UTF-16, Windows-1252) : enregistrez le fichier en UTF-8",
  },
];

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * Which of UTF-8, UTF-16 and else Windows-1252 (a superset of Latin-1) a file is in: all of it is looked at.
 * @throws UnreadableFile where it is no text
 */
export async function encodingOf(file: FileBytes): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  let isUtf8 = true;
  for await (const piece of file.pieces()) {
    const wide = isFirst && utf16Of(piece, file.size);
    if (wide) return wide;
    isFirst = false;
    if (piece.includes(0)) throw new UnreadableFile("Le fichier n'est ni un texte (CSV, JSON) ni un classeur XLSX.");
    isUtf8 &&= isDecoded(() => decoder.decode(piece, { stream: true }));
  }
  return isUtf8 && isDecoded(() => decoder.decode()) ? "utf-8" : "windows-1252";
}

function isDecoded(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

const looksUtf16 = 64;

/** By its mark; without one, by the null that is every second byte of Latin letters. */
function utf16Of(beginning: Buffer, size: number): "utf-16le" | "utf-16be" | null {
  const [first, second] = beginning;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = beginning.subarray(0, looksUtf16);
  const nulls = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (start.length < 4 || size % 2 === 1) return null;
  if (nulls(0) === 0 && nulls(1) > start.length / 4) return "utf-16le";
  return nulls(1) === 0 && nulls(0) > start.length / 4 ? "utf-16be" : null;
}

/**
 * The text of a file, piece by piece: every line ends in `\n`, as a file may mix line ends; the mark at its beginning is dropped.
 * @throws UnreadableFile where its letters were lost or mixed on the way
 */
export function textOf(file: FileBytes, encoding: Encoding): AsyncIterable<string> {
  return undamaged(evenLines(decoded(file, encoding)), encoding === "windows-1252" ? ofSingleBytes : ofUnicode);
}

async function* decoded(file: FileBytes, encoding: Encoding): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of file.pieces()) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** A carriage return that ends a piece may be half of a line end. */
async function* evenLines(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let kept = "";
  for await (const piece of pieces) {
    const text = kept + piece;
    kept = text.endsWith("\r") ? "\r" : "";
    yield text.slice(0, text.length - kept.length).replace(/\r\n?/g, "\n");
  }
  if (kept) yield "\n";
}

/** Letters around a sign that are shown with it; more than any sign has. */
const shown = 12;

async function* undamaged(pieces: AsyncIterable<string>, damages: Damage[]): AsyncIterable<string> {
  let lineEnds = 0;
  let before = "";
  for await (const piece of pieces) {
    const text = before + piece;
    for (const { sign, reason } of damages) {
      const found = sign.exec(text);
      if (!found) continue;
      const [start, end] = [text.slice(0, found.index), text.slice(found.index, found.index + shown)];
      const line = lineEnds + start.split("\n").length;
      throw new UnreadableFile(`La ligne ${line} (« …${start.split("\n").at(-1)!.slice(-shown)}${end.split("\n")[0]}… ») ${reason}.`);
    }
    yield piece;
    before = text.slice(-shown);
    lineEnds += countOf("\n", text) - countOf("\n", before);
  }
}

function countOf(letter: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at !== -1; at = text.indexOf(letter, at + 1)) count++;
  return count;
}
