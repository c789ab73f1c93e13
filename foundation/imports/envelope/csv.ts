import { pipeline, Readable } from "node:stream";
import { parse } from "csv-parse";
import type { Row } from "./layout.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const errors: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "un guillemet ouvert n'est jamais refermé",
  CSV_INVALID_CLOSING_QUOTE: "un guillemet fermant est suivi d'autre chose qu'un séparateur",
  INVALID_OPENING_QUOTE: "un guillemet se trouve dans une cellule qui n'est pas entre guillemets (entourez-la, et doublez-le)",
};

/** How a CSV file is cut into cells. */
export interface Dialect {
  delimiter: string;
  /** Lines before the table: the one that names the separator. */
  before: 0 | 1;
}

const declaration = /^sep=(.)\n/i;

/**
 * What the first lines of a CSV file say of it.
 * @param known how many of the layout's columns a row of cells names
 */
export function dialectOf(beginning: string, known: (cells: string[]) => number): Dialect {
  const declared = declaration.exec(beginning)?.[1];
  return declared === undefined ? { delimiter: delimiterOf(beginning, known), before: 0 } : { delimiter: declared, before: 1 };
}

const linesLookedAt = 30;

/** The separator that cuts one of the first lines into most of the known columns, and else the first line into most cells. */
function delimiterOf(content: string, known: (cells: string[]) => number): string {
  const lines = (content.match(/(?:"[^"]*"|[^"\n])+/g) ?? []).filter((line) => line.trim() !== "").slice(0, linesLookedAt);
  const cells = (line: string, delimiter: string) => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const score = (delimiter: string) => {
    const found = Math.max(0, ...lines.map((line) => known(cells(line, delimiter))));
    return found + 1 - 1 / ((lines[0] ?? "").replace(/"[^"]*"/g, "").split(delimiter).length + 1);
  };
  return [",", ";", "\t"].reduce((best, next) => (score(next) > score(best) ? next : best));
}

/**
 * The rows of a CSV text, blank ones too.
 * @throws UnreadableFile where a quote is out of place
 */
export async function* csvRows(text: AsyncIterable<string>, { delimiter, before }: Dialect): AsyncIterable<Row> {
  const end = new LineEnd(text);
  const parser = parse({
    delimiter,
    from_line: before + 1,
    relax_column_count: true,
    on_record: (cells: string[], { lines }) => ({ line: lines - lineEnds(cells), cells }) as never,
  });
  pipeline(Readable.from(end), parser, () => {}); // the parser tells its reader what went wrong
  let last: Row | undefined;
  try {
    for await (const row of parser as AsyncIterable<Row>) {
      if (last) yield last;
      last = row;
    }
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const { code, lines, message } = error as { code: string; lines: number; message: string };
    throw new UnreadableFile(`Le CSV est mal formé vers la ligne ${lines} : ${errors[code] ?? message}.`);
  }
  if (last) yield end.isThere ? last : { ...last, isUnended: true };
}

/** Whether what has passed of a text ends with its line. */
class LineEnd implements AsyncIterable<string> {
  isThere = false;

  constructor(private readonly text: AsyncIterable<string>) {}

  async *[Symbol.asyncIterator]() {
    for await (const piece of this.text) {
      const after = piece.trimEnd();
      this.isThere = piece.slice(after.length).includes("\n") || (after === "" && this.isThere);
      yield piece;
    }
  }
}

/** How many line ends stand within the cells of a row. */
function lineEnds(cells: string[]): number {
  return cells.some((cell) => cell.includes("\n")) ? cells.join("").split("\n").length - 1 : 0;
}
