import { crc32 } from "node:zlib";

interface Shown {
  value: number;
  /** How Excel shows it: « 0% », « # ##0 ». */
  format: string;
}

/** What Excel shows where a formula fails. */
interface Failed {
  error: string;
}

type Cell = string | number | Date | Shown | Failed | null;

/** The bytes of an XLSX file; dates are cells that Excel shows as dates. */
export function workbookOf(rows: Cell[][], others: Record<string, Cell[][]> = {}): Buffer {
  const sheets = Object.entries({ Feuille1: rows, ...others });
  const formats: string[] = [];
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format);
    return 2 + formats.indexOf(format);
  };
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (list: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list}</Relationships>`;
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const type = (part: string, of: string) => `<Override PartName="/xl/${part}.xml" ContentType="${kind}.${of}+xml"/>`;
  const xmlOf = (table: Cell[][]) =>
    table
      .map(
        (row, y) =>
          `<row r="${y + 1}">${row.map((cell, x) => cellOf(cell, `${String.fromCharCode(65 + x)}${y + 1}`, styleOf)).join("")}</row>`,
      )
      .join("");
  const written = Object.fromEntries(
    sheets.map(([, table], n) => [
      `xl/worksheets/sheet${n + 1}.xml`,
      `<worksheet ${main}><sheetData>${xmlOf(table)}</sheetData></worksheet>`,
    ]),
  );
  const numbers = formats.map((format, n) => `<numFmt numFmtId="${200 + n}" formatCode="${format.replaceAll('"', "&quot;")}"/>`).join("");
  const styles = formats.map((_, n) => `<xf numFmtId="${200 + n}" applyNumberFormat="1"/>`).join("");
  return zip({
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${type("workbook", "sheet.main")}${type("styles", "styles")}${sheets.map((_, n) => type(`worksheets/sheet${n + 1}`, "worksheet")).join("")}</Types>`,
    "_rels/.rels": relations(`<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
    "xl/workbook.xml": `<workbook ${main} xmlns:r="${office}"><sheets>${sheets.map(([name], n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      `${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${office}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/>`,
    ),
    "xl/styles.xml": `<styleSheet ${main}><numFmts count="${formats.length}">${numbers}</numFmts><cellXfs count="${2 + formats.length}"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>${styles}</cellXfs></styleSheet>`,
    ...written,
  });
}

function cellOf(cell: Cell, at: string, styleOf: (format: string) => number): string {
  if (cell === null) return "";
  if (cell instanceof Date) return `<c r="${at}" s="1"><v>${cell.getTime() / 86_400_000 + 25_569}</v></c>`;
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "object") {
    return "error" in cell
      ? `<c r="${at}" t="e"><v>${cell.error}</v></c>`
      : `<c r="${at}" s="${styleOf(cell.format)}"><v>${cell.value}</v></c>`;
  }
  return `<c r="${at}" t="inlineStr"><is><t>${cell.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}

/** A zip archive without compression. */
function zip(files: Record<string, string>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const content = Buffer.from(text, "utf8");
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(content), 10);
    fields.writeUInt32LE(content.length, 14);
    fields.writeUInt32LE(content.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), fields, Buffer.from(name), content]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), fields, place, Buffer.from(name)]));
    parts.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
