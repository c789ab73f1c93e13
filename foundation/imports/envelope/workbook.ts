import * as xlsx from "@e965/xlsx";
import type { Row } from "./layout.ts";
import { UnreadableFile } from "./unreadable-file.ts";

export interface Sheet {
  name: string;
  rows: Row[];
}

/** The sheets of a workbook, each cell as the sheet shows it: 0.85 in a column of percentages is 85 %. @throws UnreadableFile */
export function sheetsOf(bytes: Buffer): Sheet[] {
  try {
    const { SheetNames, Sheets } = xlsx.read(bytes, { dense: true, cellFormula: false, cellHTML: false, cellNF: true });
    return SheetNames.map((name) => ({ name, rows: rowsOf((Sheets[name] as { "!data"?: Cells[] } | undefined)?.["!data"] ?? []) }));
  } catch (error) {
    throw new UnreadableFile(`Le classeur XLSX est illisible : ${(error as Error).message}`);
  }
}

type Cells = (xlsx.CellObject | undefined)[];

/** A row without any cell is a hole in the list; the last of a row may be. */
function rowsOf(data: Cells[]): Row[] {
  const width = Math.max(0, ...Array.from(data, (cells) => cells?.length ?? 0).slice(0, rowsThatTellTheWidth));
  return Array.from(data, (cells = [], index) => ({
    line: index + 1,
    cells: Array.from({ length: Math.max(width, cells.length) }, (_, column) => shown(cells[column])),
  }));
}

const rowsThatTellTheWidth = 100;

function shown(cell: xlsx.CellObject | undefined): string {
  if (!cell || cell.v === undefined) return "";
  if (cell.t !== "n") return String(cell.w ?? cell.v).trim();
  if (xlsx.SSF.is_date(String(cell.z))) return dayOf(cell.v as number);
  // The sheet's commas part thousands; a number too long for its column is not shown by its digits.
  const text = (cell.w ?? "").replaceAll(",", "").trim();
  return /\de[+-]?\d/i.test(text) || text === "" || /^#+$/.test(text) ? String(cell.v) : text;
}

function dayOf(serial: number): string {
  const { y, m, d } = xlsx.SSF.parse_date_code(serial);
  return [String(y).padStart(4, "0"), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}
