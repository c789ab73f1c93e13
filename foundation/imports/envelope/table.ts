import type { Layout, PartnerFile, PartnerLine, Repeatable, Row } from "./layout.ts";
import { UnreadableFile } from "./unreadable-file.ts";

const hasText = (cell: string) => cell.trim() !== "";
const namesOf = ({ cells }: Row) => cells.map((name) => name.replace(/^\ufeff/, "").trim());

/** How a publisher's remark below or above his table begins. */
const remark = /^(sources?|notes?|champ|lecture|avertissement|n\.?b\.?|mise à jour|extraction|\*|\(\w\)|©)(\b|\s|:|$)/i;

const rowsOfTitles = 30;

/** How many of the layout's columns are named. */
export function knownIn(names: readonly string[], { required, nameOf }: Pick<Layout, "required" | "nameOf">): number {
  const known = new Set(names.map(nameOf));
  return required.filter((name) => known.has(name)).length;
}

/** Which of the rows names the columns: the first that names all, else the one that names most; before it stand titles. */
function headerOf(rows: Row[], { required, nameOf }: Layout): Row | undefined {
  const candidates = rows.filter(({ cells }) => cells.some(hasText)).slice(0, rowsOfTitles);
  const named = (row: Row) => knownIn(namesOf(row), { required, nameOf });
  return candidates.reduce<Row | undefined>((best, next) => (!best || named(next) > named(best) ? next : best), undefined);
}

/** Rows with text that tell what the table looks like. */
const rowsLookedAt = 200;

/** The table that stands in rows: its header, its lines, and what is none of them. */
export async function tableOf(rows: Repeatable<Row>, layout: Layout): Promise<PartnerFile> {
  const beginning = await firstOf(rows());
  const header = headerOf(beginning, layout);
  const names = header ? namesOf(header) : [];
  const columns = names.map(layout.nameOf);
  const width = widthOf(beginning, header);
  return {
    columns,
    printed: printedNames(names, layout.nameOf),
    async *lines() {
      for await (const row of rows()) if (row.line !== header?.line) yield lineOf(row, columns, width, header);
    },
  };
}

async function firstOf(rows: AsyncIterable<Row> | Iterable<Row>): Promise<Row[]> {
  const first: Row[] = [];
  let withText = 0;
  for await (const row of rows) {
    first.push(row);
    if (row.cells.some(hasText)) withText++;
    if (withText === rowsLookedAt) break;
  }
  return first;
}

/** @throws UnreadableFile where the file is cut within it */
function lineOf({ line, cells, isUnended }: Row, columns: string[], width: number, header: Row | undefined): PartnerLine {
  if (isUnended && cells.length < columns.length)
    throw new UnreadableFile(
      `La dernière ligne (${line}) n'a que ${cells.length} cellules au lieu de ${columns.length}, et rien ne la termine : le fichier est-il coupé ?`,
    );
  const leftOut = noLine(cells, header !== undefined && line < header.line);
  return leftOut ? { line, cells: {}, leftOut } : { line, cells: named(columns, cells), ...shapeOf(cells, columns.length, width) };
}

function noLine(cells: string[], isBefore: boolean): string | null {
  const texts = cells.filter(hasText);
  if (texts.length === 0) return "ligne vide";
  if (isBefore) return "titre ou remarque avant l'en-tête";
  return texts.length === 1 && cells.length !== 1 && remark.test(texts[0]!.trim()) ? "remarque de l'éditeur" : null;
}

/** How many cells its lines have: some publishers end each with a separator that the header does not have. */
function widthOf(rows: Row[], header: Row | undefined): number {
  const body = rows.filter(({ line, cells }) => line > (header?.line ?? 0) && cells.some(hasText));
  const width = header?.cells.length ?? 0;
  const isTrailed = body.length > 0 && body.every(({ cells }) => cells.length === width + 1 && !hasText(cells.at(-1)!));
  return isTrailed ? width + 1 : width;
}

function shapeOf(cells: string[], columns: number, width: number): Pick<PartnerLine, "misshapen"> {
  if (cells.length === width || cells.length === columns) return {};
  if (cells.length < columns)
    return { misshapen: { value: "", reason: `la ligne a ${cells.length} cellules au lieu de ${columns} : est-elle coupée ?` } };
  return {
    misshapen: {
      value: cells.slice(columns).filter(hasText).join(" | "),
      reason: "la ligne a plus de cellules que l'en-tête : un séparateur se trouve-t-il dans une cellule sans guillemets ?",
    },
  };
}

/** Entries of a million lines: no pair is made for each cell. */
function named(columns: string[], cells: string[]): Record<string, string> {
  const row: Record<string, string> = {};
  for (const [index, name] of columns.entries()) row[name] = cells[index] ?? "";
  return row;
}

/** The file's own names of the columns that are known by another one. */
export function printedNames(names: readonly string[], nameOf: Layout["nameOf"]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (nameOf(name) === name ? [] : [[nameOf(name), name]])));
}
