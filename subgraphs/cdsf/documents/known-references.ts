import type { Afterwards } from "../../../foundation/imports/dataset.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import { unknownReferences } from "../unknown-references.ts";
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
  return unknownReferences(writer, documents, [
    { column: "schema", entity: FamilyServicesScheme, idsOf: ({ scheme }: Document) => (scheme === null ? [] : [scheme]) },
    { column: "presente_a", entity: CommitteeBody, idsOf: ({ presentedTo }: Document) => (presentedTo === null ? [] : [presentedTo]) },
    { column: "annexes", entity: Document, idsOf: ({ annexes }: Document) => annexes },
  ]);
};
