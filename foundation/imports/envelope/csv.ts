import { parse } from "csv-parse/sync";
import type { Row } from "./layout.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const errors: Record<string, string> = {
  CSV_QUOTE_NOT_CLOSED: "un guillemet ouvert n'est jamais refermé",
  CSV_INVALID_CLOSING_QUOTE: "un guillemet fermant est suivi d'autre chose qu'un séparateur",
  INVALID_OPENING_QUOTE: "un guillemet se trouve dans une cellule qui n'est pas entre guillemets (entourez-la, et doublez-le)",
};

const declaration = /^sep=(.)\n/i;

/**
 * The rows of a CSV file, blank ones too, and whether something ends the last.
 * @param known how many of the layout's columns a row of cells names
 * @throws UnreadableFile
 */
export function csvRows(text: string, known: (cells: string[]) => number): { rows: Row[]; isEnded: boolean } {
  const content = text.replace(/\r\n?/g, "\n"); // a file may mix them
  const declared = declaration.exec(content);
  const body = declared ? content.slice(declared[0].length) : content;
  return { rows: parsed(body, declared?.[1] ?? delimiterOf(body, known), declared ? 1 : 0), isEnded: /\n\s*$/.test(body) };
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

function parsed(content: string, delimiter: string, before: number): Row[] {
  try {
    return parse(content, {
      delimiter,
      relax_column_count: true,
      on_record: (cells, { lines }) => ({ line: before + lines - lineEnds(cells), cells }) as never,
    }) as unknown as Row[];
  } catch (error) {
    const { code, lines, message } = error as { code: string; lines: number; message: string };
    throw new UnreadableFile(`Le CSV est mal formé vers la ligne ${before + lines} : ${errors[code] ?? message}.`);
  }
}

/** How many line ends stand within the cells of a row. */
function lineEnds(cells: string[]): number {
  return cells.some((cell) => cell.includes("\n")) ? cells.join("").split("\n").length - 1 : 0;
}
