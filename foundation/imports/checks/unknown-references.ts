import type { EntityClass } from "@mikro-orm/core";
import type { Rejection, Write } from "../dataset.ts";
import type { Writer } from "../writer.ts";

/** What rows name by its id. */
export interface Reference<Row> {
  /** Of the file. */
  column: string;
  /** What is named: its primary key is `id`. */
  entity: EntityClass<{ id: string }>;
  idsOf: (row: Row) => readonly string[];
}

/** The lines that name what the hub does not know; those of the same file are known. One statement for each reference. */
export async function unknownReferences<Row extends object>(
  { names, sql }: Pick<Writer, "names" | "sql">,
  writes: readonly Write[],
  references: readonly Reference<Row>[],
): Promise<Rejection[]> {
  const rejected: Rejection[] = [];
  for (const { column, entity, idsOf } of references) {
    const named = writes.flatMap(({ line, values }) => idsOf(values as Row).map((id) => ({ line, id })));
    if (named.length === 0) continue;
    const missing = await sql<{ id: string }>(
      `select k.id from unnest($1::text[]) k(id) where not exists (select from ${names.table(entity)} t where t.id = k.id)`,
      [[...new Set(named.map(({ id }) => id))]],
    );
    const unknown = new Set(missing.map(({ id }) => id));
    for (const { line, id } of named)
      if (unknown.has(id))
        rejected.push({ line, column, value: id, reason: "le hub ne connaît pas cet identifiant : importez d'abord ce qu'il désigne" });
  }
  return rejected;
}
