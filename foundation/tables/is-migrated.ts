import type { ClientBase } from "pg";
import { quote, schemaOf } from "../postgres/identifiers.ts";
import { journalTable } from "../rights/access-journal.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { servingRoles } from "../rights/writer-role.ts";
import { bookkeeping, outdateAllFiles, versionTable, versionTrigger } from "./data-version.ts";
import { migrationNames } from "./migrations.ts";
import { tableOf } from "./table.ts";
import type { Tables } from "./tables.ts";
import { writerRights } from "./written-tables.ts";

/** What PostgreSQL says of what is not there, or may not be seen: names (class 42), schemas (3F). */
const missing = /^(42|3F)/;

/**
 * Whether `migrate` has nothing to bring to a subgraph: its migrations are run, its journal is there, the roles are this user's, the
 * reader may read, the writer write, and whatever is written changes its data version. What `migrate` learns to bring is looked for here.
 */
export async function isMigrated(client: ClientBase, tables: Tables): Promise<boolean> {
  const { name, open, restricted } = tables;
  const schema = quote(schemaOf(name));
  const names = [...open, ...restricted].map((entity) => tableOf(entity).name);
  const qualified = (table: string) => `${schema}.${quote(table)}`;
  const { policies } = writerRights(tables);
  try {
    const { rows } = await client.query<{ isMigrated: boolean | null }>(
      `select (select array_agg(name::text) from ${schema}.migration) @> $1::text[]
         and (select count(*) from pg_roles where rolname = any($2) and pg_has_role(current_user, oid, 'member')) = cardinality($2::text[])
         and to_regclass($3) is not null
         and has_schema_privilege($4, $5, 'usage')
         and (select bool_and(has_table_privilege($4, t, 'select')) from unnest($6::text[]) t)
         and exists (select from ${versionTable} where subgraph = $5)
         and (select bool_and(exists (select from pg_trigger where tgrelid = t::regclass and tgname = $8)) from unnest($7::text[]) t)
         and to_regprocedure($9) is not null
         and (select bool_and(exists (select from pg_policy where polrelid = t::regclass and polname = p)) is not false
           from unnest($10::text[], $11::text[]) w(t, p)) as "isMigrated"`,
      [
        await migrationNames(name),
        servingRoles,
        journalTable(name),
        readerRole,
        schemaOf(name),
        names.map(qualified),
        names.filter((table) => !bookkeeping.includes(table)).map(qualified),
        versionTrigger,
        `${outdateAllFiles}()`,
        policies.map(({ table }) => table),
        policies.map((policy) => policy.name),
      ],
    );
    return rows[0]?.isMigrated ?? false;
  } catch (error) {
    if (missing.test((error as { code?: string }).code ?? "")) return false;
    throw error;
  }
}
