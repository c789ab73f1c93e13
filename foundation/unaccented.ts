/** A text without its accents, in small letters: « Élève » → « eleve ». */
export function unaccented(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
