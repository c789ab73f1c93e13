import type { Afterwards, Rejection, Write } from "../../../foundation/imports/dataset.ts";
import type { Writer } from "../../../foundation/imports/writer.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import { unknownReferences } from "../../../foundation/imports/checks/unknown-references.ts";
import { Document } from "./document.entity.ts";
import { DocumentSubject } from "./document-subject.entity.ts";

/** A document's scheme, body and annexes are known; it is about the territories that its last line names, and no others. */
export const knownReferences: Afterwards = async (writer, { writes }) => {
  const { names, sql } = writer;
  const documents = writes.filter(({ entity }) => entity === Document);
  const subjects = writes.filter(({ entity }) => entity === DocumentSubject).map(({ values }) => values as DocumentSubject);
  await sql(
    `delete from ${names.table(DocumentSubject)} s where s.document = any($1::text[])
       and not exists (select from unnest($2::text[], $3::text[]) n(document, territory) where (n.document, n.territory) = (s.document, s.territory))`,
    [
      documents.map(({ values }) => (values as Document).id),
      subjects.map(({ document }) => document),
      subjects.map(({ territory }) => territory),
    ],
  );
  const unknown = await unknownReferences(writer, documents, [
    { column: "schema", entity: FamilyServicesScheme, idsOf: ({ scheme }: Document) => (scheme === null ? [] : [scheme]) },
    { column: "presente_a", entity: CommitteeBody, idsOf: ({ presentedTo }: Document) => (presentedTo === null ? [] : [presentedTo]) },
    { column: "annexes", entity: Document, idsOf: ({ annexes }: Document) => annexes },
  ]);
  return unknown.length > 0 ? unknown : annexedToThemselves(writer, documents);
};

/** Documents that are annexes of their annexes. */
async function annexedToThemselves({ names, sql }: Writer, documents: readonly Write[]): Promise<Rejection[]> {
  const found = await sql<{ id: string }>(
    `with recursive below as (
       select d.id, a.annex from ${names.table(Document)} d, unnest(d.annexes) a(annex) where d.id = any($1::text[])
       union select b.id, a.annex from below b join ${names.table(Document)} d on d.id = b.annex, unnest(d.annexes) a(annex))
     select distinct id from below where id = annex`,
    [documents.map(({ values }) => (values as Document).id)],
  );
  const wrong = new Set(found.map(({ id }) => id));
  return documents
    .filter(({ values }) => wrong.has((values as Document).id))
    .map(({ line, values }) => ({
      line,
      column: "annexes",
      value: (values as Document).annexes.join("|"),
      reason: "le document serait annexé à ses propres annexes",
    }));
}
