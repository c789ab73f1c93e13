import type { ClientBase } from "pg";
import { quote, schemaOf } from "../postgres/identifiers.ts";
import { journalRole, journalTable } from "../rights/access-journal.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { migrationNames } from "./migrations.ts";
import { tableOf } from "./table.ts";
import type { Tables } from "./tables.ts";

/** What PostgreSQL says of what is not there, or may not be seen: names (class 42), schemas (3F). */
const missing = /^(42|3F)/;

/**
 * Whether `migrate` has nothing to bring to a subgraph: its migrations are run, its journal is there, the roles are this user's and the
 * reader may read. What `migrate` learns to bring is looked for here.
 */
export async function isMigrated(client: ClientBase, { name, open, restricted }: Tables): Promise<boolean> {
  const schema = quote(schemaOf(name));
  const tables = [...open, ...restricted].map((entity) => `${schema}.${quote(tableOf(entity).name)}`);
  try {
    const { rows } = await client.query<{ isMigrated: boolean | null }>(
      `select (select array_agg(name::text) from ${schema}.migration) @> $1::text[]
         and (select count(*) from pg_roles where rolname = any($2) and pg_has_role(current_user, oid, 'member')) = cardinality($2::text[])
         and to_regclass($3) is not null
         and has_schema_privilege($4, $5, 'usage')
         and (select bool_and(has_table_privilege($4, t, 'select')) from unnest($6::text[]) t) as "isMigrated"`,
      [await migrationNames(name), [readerRole, journalRole], journalTable(name), readerRole, schemaOf(name), tables],
    );
    return rows[0]?.isMigrated ?? false;
  } catch (error) {
    if (missing.test((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
}
