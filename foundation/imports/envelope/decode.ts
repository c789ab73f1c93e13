import { UnreadableFile } from "./unreadable-file.ts";

/** Two bytes of UTF-8 that were read as two letters: « Ã© » for « é », « â€™ » for « ’ », « Â » before a sign. */
const twiceEncoded = /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192]|â(?:€[\u0080-\u2122]|‚¬)|Â[\u00a0-\u00bf]/;
const replaced = /\ufffd/;
/** No letter has these codes in Windows-1252. */
const unassigned = /[\u0081\u008d\u008f\u0090\u009d]/;

/**
 * The text of a file: UTF-8, UTF-16, or else Windows-1252 (a superset of Latin-1); the mark at its beginning is dropped.
 * @throws UnreadableFile where it is no text, or its letters were lost or mixed on the way
 */
export function decode(bytes: Buffer): string {
  const wide = utf16Of(bytes);
  if (wide) return checked(new TextDecoder(wide).decode(bytes));
  if (bytes.includes(0)) throw new UnreadableFile("Le fichier n'est ni un texte (CSV, JSON) ni un classeur XLSX.");
  try {
    return checked(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    return checkedSingleBytes(new TextDecoder("windows-1252").decode(bytes));
  }
}

const looksUtf16 = 64;

/** By its mark; without one, by the null that is every second byte of Latin letters. */
function utf16Of(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  const start = bytes.subarray(0, looksUtf16);
  const nulls = (parity: number) => start.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (start.length < 4 || bytes.length % 2 === 1) return null;
  if (nulls(0) === 0 && nulls(1) > start.length / 4) return "utf-16le";
  return nulls(1) === 0 && nulls(0) > start.length / 4 ? "utf-16be" : null;
}

function checked(text: string): string {
  refuse(
    text,
    replaced,
    "contient un caractère « \ufffd » : des lettres ont été perdues quand le fichier a été enregistré. Repartez de l'original",
  );
  refuse(
    text,
    twiceEncoded,
    "contient des lettres encodées deux fois (« Ã© » pour « é ») : enregistrez l'original en UTF-8, une seule fois",
  );
  return text;
}

function checkedSingleBytes(text: string): string {
  refuse(text, twiceEncoded, "mêle deux encodages (UTF-8 et Windows-1252) : enregistrez tout le fichier en UTF-8");
  refuse(
    text,
    unassigned,
    "contient un octet qui n'est d'aucun encodage reconnu (UTF-8, UTF-16, Windows-1252) : enregistrez le fichier en UTF-8",
  );
  return text;
}

function refuse(text: string, sign: RegExp, reason: string): void {
  const found = sign.exec(text);
  if (!found) return;
  const before = text.slice(0, found.index).split(/\r\n|\r|\n/);
  const [after] = text.slice(found.index, found.index + 12).split(/[\r\n]/);
  throw new UnreadableFile(`La ligne ${before.length} (« …${before.at(-1)!.slice(-12)}${after}… ») ${reason}.`);
}
