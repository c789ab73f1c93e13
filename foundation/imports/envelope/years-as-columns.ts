import type { PartnerFile, Wide } from "./layout.ts";

/** « 2022 », or what a spreadsheet made of it: « 2022.0 », « 2022-01-01 ». */
export const yearName = /^((?:19|20)\d{2})(?:\.0|-01-01)?$/;

/** A table with one column a year as the lines it stands for: one a year. One that has its lines already stays as it is. */
export function yearsAsLines(file: PartnerFile, { year, value }: Wide): PartnerFile {
  const years = file.columns.filter((name) => yearName.test(name));
  if (years.length === 0 || file.columns.includes(value)) return file;
  const others = file.columns.filter((name) => !years.includes(name));
  return {
    ...file,
    columns: [...others, year, value],
    async *lines() {
      for await (const line of file.lines()) {
        if (line.leftOut) yield line;
        else for (const name of years) yield { ...line, cells: cellsOf(line.cells, name) };
      }
    },
  };

  function cellsOf(cells: Record<string, string>, name: string): Record<string, string> {
    return {
      ...Object.fromEntries(others.map((other) => [other, cells[other]!])),
      [year]: yearName.exec(name)![1]!,
      [value]: cells[name]!,
    };
  }
}
