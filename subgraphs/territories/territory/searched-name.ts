import { unaccented } from "../../../foundation/unaccented.ts";

const longForms: Record<string, string> = { st: "saint", ste: "sainte", sts: "saints" };

/** A name as it is searched: without accents, case and punctuation, « St » written out; a space before each word. */
export function searchedName(name: string): string {
  const words = unaccented(name)
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.map((word) => ` ${longForms[word] ?? word}`).join("");
}

/** What to look for: a last « st » may also be the beginning of another word. A text without a letter of ours is in no name. */
export function searchedNames(text: string): string[] {
  const name = searchedName(text);
  if (name === "") return [text];
  return / saint$/.test(name) && /\bst\W*$/i.test(text) ? [name, name.replace(/saint$/, "st")] : [name];
}
