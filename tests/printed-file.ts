import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

/** Sample files read again without any code of the hub or of its libraries: what the graph must be equal to. */

const root = new URL("../", import.meta.url);

/** Cells of a UTF-8 file, by column name, one object a line, exactly as printed. */
export function csvRows(path: string, separator: "," | ";" = ","): Record<string, string>[] {
  const content = readFileSync(new URL(path, root), "utf8")
    .replace(/^\ufeff/, "")
    .trimEnd();
  const cell = new RegExp(`("(?:[^"]|"")*"|[^${separator}\\r\\n]*)(${separator}|\\r?\\n|$)`, "g");
  const lines: string[][] = [[]];
  for (const [, printed, end] of content.matchAll(cell)) {
    lines.at(-1)!.push(printed!.startsWith('"') ? printed!.slice(1, -1).replaceAll('""', '"') : printed!);
    if (end === "") break;
    if (end !== separator) lines.push([]);
  }
  const [header, ...body] = lines as [string[], ...string[][]];
  return body.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]!])));
}

export function jsonRows(path: string): any[] {
  return JSON.parse(readFileSync(new URL(path, root), "utf8"));
}

/** Cells of the first sheet of an XLSX file that has this column, by column name. */
export function sheetRows(path: string, column: string): Record<string, string>[] {
  const parts = unzip(readFileSync(new URL(path, root)));
  const text = (xml: string) =>
    [...xml.matchAll(/<t[^>]*>([^<]*)<\/t>/g)]
      .map(([, part]) => part)
      .join("")
      .replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]!);
  const shared = [...parts.get("xl/sharedStrings.xml")!.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => text(item!));
  for (const sheet of [...parts].filter(([name]) => name.startsWith("xl/worksheets/sheet")).map(([, xml]) => xml)) {
    const lines = [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
      Object.fromEntries(
        [...row!.matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, at, attributes, content = ""]) => {
          const value = /<v>([^<]*)<\/v>/.exec(content)?.[1] ?? "";
          return [at!, / t="s"/.test(attributes!) ? shared[Number(value)]! : / t="inlineStr"/.test(attributes!) ? text(content) : value];
        }),
      ),
    );
    const [header, ...body] = lines as [Record<string, string>, ...Record<string, string>[]];
    if (!Object.values(header ?? {}).includes(column)) continue;
    return body.map((cells) => Object.fromEntries(Object.entries(header).map(([at, name]) => [name, cells[at] ?? ""])));
  }
  throw new Error(`no sheet of ${path} has the column ${column}`);
}

const entities: Record<string, string> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

/** Files of a zip archive, by name, as text. */
function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>();
  for (let at = bytes.indexOf("PK\u0001\u0002"); at >= 0; at = bytes.indexOf("PK\u0001\u0002", at + 46)) {
    const [size, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + size);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    parts.set(name, (bytes.readUInt16LE(at + 10) === 0 ? content : inflateRawSync(content)).toString("utf8"));
  }
  return parts;
}

/** A list cut into pieces, for queries of a reasonable size. */
export function chunks<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
