/** A text that no text of PostgreSQL can be: it holds NUL, or half of a character. */
export class UnstorableText extends Error {}

const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
/** What is escaped, or refused; most texts hold none of it. */
const special = /[\\\n\r\t\0\ud800-\udfff]/;

function escaped(text: string): string {
  if (!special.test(text)) return text;
  if (text.includes("\0") || !text.isWellFormed()) throw new UnstorableText();
  return text.replace(/[\\\n\r\t]/g, (letter) => escapes[letter]!);
}

/** `{"a","b"}`, each item in quotes: one may be empty, or read NULL. */
function arrayText(items: readonly unknown[]): string {
  return `{${items.map((item) => (item === null ? "NULL" : `"${String(item).replace(/["\\]/g, "\\$&")}"`)).join(",")}}`;
}

function printed(value: unknown, type: string): string {
  if (type === "jsonb") return JSON.stringify(value);
  return Array.isArray(value) ? arrayText(value) : String(value);
}

/**
 * Writes a cell in COPY's text format; what is missing is null.
 * @param type of the column in PostgreSQL
 * @throws UnstorableText
 */
export function copyCell(value: unknown, type: string): string {
  if (value == null) return "\\N";
  return typeof value === "number" ? String(value) : escaped(printed(value, type));
}

const chunkLength = 1 << 16;

/** Joins lines to chunks worth a packet. */
export function* inChunks(lines: Iterable<string>): Iterable<string> {
  let chunk = "";
  for (const line of lines) {
    chunk += line;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}
