import type { Context } from "../../../foundation/graph/context.ts";
import { page } from "../../../foundation/graph/readings/page.ts";
import { query } from "../../../foundation/graph/readings/query.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { Document } from "./document.entity.ts";
import { DocumentSubject } from "./document-subject.entity.ts";

export const documents = one(Document, "id");

/** Those of some ids, in their order; one that the hub does not know is left out. */
export async function knownDocuments(context: Context, ids: readonly string[]): Promise<Document[]> {
  const found = await Promise.all(ids.map((id) => documents(context, id)));
  return found.filter((document) => document !== null);
}

export const documentsAbout = page(Document, {
  key: "id",
  filters: ["kind", "year"],
  through: { entity: DocumentSubject, of: "territory", key: "document" },
});
/** All that are about a territory in a year. */
export const documentsOfYear = query<{ territory: string; year: number }, Document>({
  parameters: { territory: "text", year: "int" },
  as: Document,
  withSources: "q.n, q.id",
  text: (names, keys) => `select k.n, ${names.columns(Document, "d")}
from ${keys} join ${names.table(DocumentSubject)} m on m.territory = k.territory join ${names.table(Document)} d on d.id = m.document and d.year = k.year`,
});
export const documentsOfScheme = many(Document, "scheme", { order: ["id"] });
export const subjectsOf = many(DocumentSubject, "document", { order: ["territory"] });
