/** A text that no text of PostgreSQL can be: it holds NUL, or half of a character. */
export class UnstorableText extends Error {}

const special = /[\\\n\r\t]/g;
const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(text: string): string {
  if (text.includes("\0") || !text.isWellFormed()) throw new UnstorableText();
  return text.replace(special, (letter) => escapes[letter]!);
}

/** `{"a","b"}`, each item in quotes: one may be empty, or read NULL. */
function arrayText(items: readonly unknown[]): string {
  return `{${items.map((item) => (item === null ? "NULL" : `"${String(item).replace(/["\\]/g, "\\$&")}"`)).join(",")}}`;
}

function printed(value: unknown, type: string): string {
  if (/^jsonb?$/.test(type)) return JSON.stringify(value);
  return Array.isArray(value) ? arrayText(value) : String(value);
}

/**
 * Writes a row in COPY's text format; what is missing is null.
 * @param types of the columns in PostgreSQL
 * @throws UnstorableText
 */
export function copyLine(values: readonly unknown[], types: readonly string[]): string {
  return `${values.map((value, index) => (value == null ? "\\N" : escaped(printed(value, types[index]!)))).join("\t")}\n`;
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
