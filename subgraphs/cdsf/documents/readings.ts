import { page } from "../../../foundation/graph/readings/page.ts";
import { many, one } from "../../../foundation/graph/readings/reading.ts";
import { Document } from "./document.entity.ts";
import { DocumentSubject } from "./document-subject.entity.ts";

export const documents = one(Document, "id");
export const documentsAbout = page(Document, {
  key: "id",
  filters: ["kind", "year"],
  through: { entity: DocumentSubject, of: "territory", key: "document" },
});
export const documentsOfScheme = many(Document, "scheme", { order: ["id"] });
export const subjectsOf = many(DocumentSubject, "document", { order: ["territory"] });
