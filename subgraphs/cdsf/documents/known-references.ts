import type { Afterwards } from "../../../foundation/imports/dataset.ts";
import { CommitteeBody } from "../committee/committee-body.entity.ts";
import { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";
import { Document } from "./document.entity.ts";
import { DocumentSubject } from "./document-subject.entity.ts";

/** A document's scheme, body and annexes are known; it is about the territories that its last line names, and no others. */
export const knownReferences: Afterwards = async ({ names, sql }, { writes }) => {
  const documents = writes.filter(({ entity }) => entity === Document).map(({ line, values }) => ({ line, ...(values as Document) }));
  const subjects = writes.filter(({ entity }) => entity === DocumentSubject).map(({ values }) => values as DocumentSubject);
  const named = documents.flatMap(({ line, scheme, presentedTo, annexes }) => [
    ...(scheme === null ? [] : [{ line, column: "schema", value: scheme, entity: FamilyServicesScheme }]),
    ...(presentedTo === null ? [] : [{ line, column: "presente_a", value: presentedTo, entity: CommitteeBody }]),
    ...annexes.map((value) => ({ line, column: "annexes", value, entity: Document })),
  ]);
  const unknown = new Set<string>();
  for (const [entity, ofEntity] of Map.groupBy(named, (each) => each.entity)) {
    const missing = await sql<{ id: string }>(
      `select id from unnest($1::text[]) id where not exists (select from ${names.table(entity)} t where t.id = id.id)`,
      [[...new Set(ofEntity.map(({ value }) => value))]],
    );
    for (const { id } of missing) unknown.add(`${entity.name} ${id}`);
  }
  await sql(
    `delete from ${names.table(DocumentSubject)} s where s.document = any($1::text[])
       and not exists (select from unnest($2::text[], $3::text[]) n(document, territory) where (n.document, n.territory) = (s.document, s.territory))`,
    [documents.map(({ id }) => id), subjects.map(({ document }) => document), subjects.map(({ territory }) => territory)],
  );
  return named
    .filter(({ entity, value }) => unknown.has(`${entity.name} ${value}`))
    .map(({ line, column, value }) => ({
      line,
      column,
      value,
      reason: "le hub ne connaît pas cet identifiant : importez d'abord ce qu'il désigne",
    }));
};
