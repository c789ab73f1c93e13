import { setImmediate as turn } from "node:timers/promises";
import { z } from "zod";
import type { Dataset, Numbered, Rejection, Write } from "./dataset.ts";
import type { PartnerFile } from "./partner-file.ts";
import { keyProperties } from "./write-rows.ts";
import type { Writer } from "./writer.ts";

z.config(z.locales.fr());

export interface CheckedLines {
  lines: Numbered<Record<string, unknown>>[];
  ignored: { line: number; reason: string }[];
  rejected: Rejection[];
}

const surplusReason = "la ligne a plus de cellules que l'en-tête : un séparateur se trouve-t-il dans une cellule sans guillemets ?";

/** So many lines hold the process from others, and from a signal to stop, for some milliseconds. */
const linesInTurn = 1000;

/** Reads the cells of each line as the dataset declares them. */
export async function checkLines(file: PartnerFile, dataset: Dataset): Promise<CheckedLines> {
  const checked: CheckedLines = { lines: [], ignored: [], rejected: [] };
  for (const [index, { line, cells, surplus }] of file.lines.entries()) {
    if (index % linesInTurn === linesInTurn - 1) await turn();
    const reason = dataset.ignored?.(cells);
    if (surplus.length > 0) checked.rejected.push({ line, column: "", value: surplus.join(" | "), reason: surplusReason });
    else if (reason) checked.ignored.push({ line, reason });
    else {
      const { success, data, error } = dataset.columns.safeParse(cells);
      if (success) checked.lines.push(Object.assign(data, { line }));
      else checked.rejected.push(...rejections(line, cells, dataset, error));
    }
  }
  return checked;
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
