import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { Dataset, Numbered, Rejection, Write } from "./dataset.ts";
import type { PartnerFile } from "./envelope/layout.ts";
import { keyProperties } from "./write-rows.ts";
import type { Writer } from "./writer.ts";

z.config(z.locales.fr());

export interface CheckedLines {
  lines: Numbered<Record<string, unknown>>[];
  ignored: { line: number; reason: string }[];
  rejected: Rejection[];
}

/** What a spreadsheet shows where a formula has no result, in English and in French. */
const formulaError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|VALEUR!|NOM\?|NOMBRE!|NUL!)$/i;
const formulaReason = "une formule du classeur n'a pas de résultat : corrigez-la, ou videz la cellule";

/** So many lines hold the process from others, and from a signal to stop, for some milliseconds. */
const linesInTurn = 1000;

/** Reads the cells of each line as the dataset declares them. */
export async function checkLines(file: PartnerFile, dataset: Dataset): Promise<CheckedLines> {
  const checked: CheckedLines = { lines: [], ignored: [...file.leftOut], rejected: [] };
  for (const [index, { line, cells, misshapen }] of file.lines.entries()) {
    if (index % linesInTurn === linesInTurn - 1) await turn();
    const reason = dataset.ignored?.(cells);
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
  return checked;
}

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

/** Two lines of one file that claim the same row: the later one is rejected. */
export function duplicates(writer: Writer, writes: readonly Write[]): Rejection[] {
  const tables = new Map<Write["entity"], { properties: readonly string[]; seen: Map<string, number> }>();
  return writes.flatMap(({ line, entity, values, append }) => {
    const table = tables.get(entity) ?? { properties: keyProperties(writer, entity, append), seen: new Map() };
    tables.set(entity, table);
    const key = table.properties.map((name) => (values as Record<string, unknown>)[name]);
    const id = JSON.stringify(key);
    const first = table.seen.get(id) ?? line;
    table.seen.set(id, first);
    return first === line ? [] : [{ line, column: "", value: key.join(" / "), reason: `même clé que la ligne ${first}` }];
  });
}
