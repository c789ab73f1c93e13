const longForms: Record<string, string> = { st: "saint", ste: "sainte", sts: "saints" };

/** A name as it is searched: without accents, case and punctuation, « St » written out; a space before each word. */
export function searchedName(name: string): string {
  const words = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/œ/gi, "oe")
    .replace(/æ/gi, "ae")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.map((word) => ` ${longForms[word] ?? word}`).join("");
}
