import { type SourceReference, sourceOf } from "./dataset.ts";
import { list, optionalText, text } from "./french-values.ts";

/** Columns that name the document out of which a line was copied; without them, its sender transmits it himself. */
export const documentColumns = {
  editeur: optionalText.prefault(""),
  document: optionalText.prefault(""),
  millesime: optionalText.prefault(""),
};

/** What is to be known of a line beside what it says: `une remarque|une autre`. */
export const remarks = list(text).prefault("");

/** The text that a document prints in the place of what is read out of it. */
export const printedText = optionalText.prefault("");

interface NamedDocument {
  editeur: string | null;
  document: string | null;
  millesime: string | null;
}

/** For `refine`: the three are given together, or none of them. */
export const wholeDocument = [
  ({ editeur, document, millesime }: NamedDocument) =>
    (editeur === null) === (document === null) && (document === null) === (millesime === null),
  {
    path: ["document"] as PropertyKey[],
    error: "un document est nommé par son éditeur, son titre et son millésime : les trois cellules vont ensemble",
  },
] as const;

/**
 * The source of a line: the document that it names, or what its sender transmits.
 * @param code any code of the line, as for `sourceOf`
 */
export function documentOr(code: string, { editeur, document, millesime }: NamedDocument, transmitted: SourceReference): SourceReference {
  if (editeur === null || document === null || millesime === null) return transmitted;
  return {
    ...sourceOf(code, { publisher: editeur, dataset: document, printedVintage: millesime, licence: null }),
    isDocument: true,
  };
}
