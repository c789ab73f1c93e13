import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { Dataset, Numbered, Rejection } from "./dataset.ts";
import type { PartnerFile } from "./envelope/layout.ts";

z.config(z.locales.fr());

/** Lines of a file, as the dataset declares them. */
export interface CheckedLines {
  /** How many they are; one of a wide table is one. */
  read: number;
  lines: Numbered<Record<string, unknown>>[];
  ignored: { line: number; reason: string }[];
  rejected: Rejection[];
}

/** What a spreadsheet shows where a formula has no result, in English and in French. */
const formulaError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|VALEUR!|NOM\?|NOMBRE!|NUL!)$/i;
const formulaReason = "une formule du classeur n'a pas de résultat : corrigez-la, ou videz la cellule";

/** So many lines hold the process from others, and from a signal to stop, for some milliseconds. */
const linesInTurn = 1000;
/** So many good lines are held at once, unless a row follows from several lines. */
const linesAtATime = 5000;

/**
 * Reads the cells of each line as the dataset declares them, some lines at a time.
 * @param progress called now and then; an error that it throws ends the reading
 */
export async function* checkedLines(file: PartnerFile, dataset: Dataset, progress: () => void = () => {}): AsyncIterable<CheckedLines> {
  const most = dataset.whole ? Number.POSITIVE_INFINITY : linesAtATime;
  let checked = noLines();
  let before: number | null = null;
  let count = 0;
  for await (const { line, cells, misshapen, leftOut } of file.lines()) {
    if (++count % linesInTurn === 0) {
      await turn();
      progress();
    }
    if (checked.lines.length >= most) {
      yield checked;
      checked = noLines();
    }
    if (line !== before) checked.read++;
    before = line;
    const reason = leftOut ?? dataset.ignored?.(cells);
    if (misshapen) checked.rejected.push({ line, column: "", ...misshapen });
    else if (reason) checked.ignored.push({ line, reason });
    else {
      const { success, data, error } = dataset.columns.safeParse(cells);
      const wrong = formulaErrors(line, cells);
      if (wrong.length > 0) checked.rejected.push(...wrong);
      else if (success) checked.lines.push(Object.assign(data, { line }));
      else checked.rejected.push(...rejections(line, cells, dataset, error));
    }
  }
  progress();
  yield checked;
}

const noLines = (): CheckedLines => ({ read: 0, lines: [], ignored: [], rejected: [] });

function formulaErrors(line: number, cells: Record<string, string>): Rejection[] {
  const found: Rejection[] = [];
  // Millions of cells: most do not begin so.
  for (const column in cells)
    if (cells[column]!.startsWith("#") && formulaError.test(cells[column]!.trim()))
      found.push({ line, column, value: cells[column]!, reason: formulaReason });
  return found;
}

function rejections(line: number, cells: Record<string, string>, { unprinted = [] }: Dataset, error: z.ZodError): Rejection[] {
  return error.issues.map((issue) => {
    const column = String(issue.path[0] ?? "");
    return { line, column, value: unprinted.includes(column) ? "(non affichée)" : (cells[column] ?? ""), reason: issue.message };
  });
}
