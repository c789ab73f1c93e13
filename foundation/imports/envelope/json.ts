import { UnreadableFile } from "./unreadable-file.ts";

type Item = Record<string, unknown>;

/** Where APIs put their records. */
const lists = ["results", "records", "features", "data"];

/**
 * The records of a JSON text: a list, one object a line, the answer of an API, or GeoJSON features, of which the properties are read.
 * @throws UnreadableFile
 */
export function jsonRecords(text: string): Item[] {
  return itemsOf(text).map((item, index) => {
    if (typeof item !== "object" || item === null || Array.isArray(item))
      throw new UnreadableFile(`L'élément ${index + 1} de la liste n'est pas un objet.`);
    const { properties, fields } = item as { properties?: Item; fields?: Item };
    return properties ?? fields ?? (item as Item);
  });
}

function itemsOf(text: string): unknown[] {
  const lines = text.trim().split("\n");
  if (lines.length > 1 && lines.slice(0, 2).every((line) => /^\{.*\}\s*$/.test(line)))
    return lines.flatMap((line, index) => (line.trim() === "" ? [] : [parsed(line, `à la ligne ${index + 1}`)]));
  const whole = parsed(text, "");
  if (Array.isArray(whole)) return whole;
  const list = lists.map((name) => (whole as Item)[name]).find(Array.isArray);
  if (list) return list;
  throw new UnreadableFile(`Le JSON n'est pas une liste d'objets, et n'en contient pas (${lists.join(", ")}).`);
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableFile(`Le JSON est mal formé${where && ` ${where}`} : ${(error as Error).message}`);
  }
}
