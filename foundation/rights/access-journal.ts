import pg from "pg";
import { quote, schemaOf } from "../postgres/identifiers.ts";
import { holdsInAll, readerRole } from "./row-level-security.ts";
import type { Scope } from "./scopes.ts";

/** The role that writes the journal: it adds lines, and can neither read, change nor remove one. */
export const journalRole = "cdsf_hub_journal";

const journalSchema = (name: string) => quote(`${schemaOf(name)}_journal`);

/** The journal of a subgraph, in a schema of its own beside its data. */
export function journalTable(name: string): string {
  return `${journalSchema(name)}.access`;
}

/** The statements that make a journal and say who may do what with it. Run by the owner of the schemas. */
export function journalDefinition(name: string): string[] {
  const schema = journalSchema(name);
  const table = journalTable(name);
  return [
    `create schema ${schema}`,
    `create table ${table} (
       id bigint generated always as identity primary key, at timestamptz not null default now(),
       client text not null, habilitation text, purpose text, operation text, request text not null, scope text not null,
       subject text not null, departments text[] not null, rows int not null, allowed boolean not null)`,
    `create index access_at on ${table} (at)`,
    `alter table ${table} enable row level security`,
    `create policy readable on ${table} for select to ${readerRole} using (${holdsInAll("access-journal:read", "departments")})`,
    `create policy append on ${table} for insert to ${journalRole} with check (true)`,
    `create function ${schema}.forget(months int) returns void language sql security definer set search_path = pg_catalog
       as $$ delete from ${table} where at < now() - make_interval(months => greatest(months, 1)) $$`,
    `revoke all on function ${schema}.forget from public`,
    `grant usage on schema ${schema} to ${readerRole}, ${journalRole}`,
    `grant select on ${table} to ${readerRole}`,
    `grant insert on ${table} to ${journalRole}`,
    `grant execute on function ${schema}.forget to ${journalRole}`,
  ];
}

/** One line of the journal, but for its number and its instant. */
export interface JournalLine {
  client: string;
  habilitation: string | null;
  purpose: string | null;
  operation: string | null;
  request: string;
  scope: Scope;
  subject: string;
  departments: string[];
  rows: number;
  allowed: boolean;
}

/** The journal of a subgraph that is being served. */
export interface AccessJournal {
  write(lines: JournalLine[]): Promise<void>;
  /** Removes what is older than so many months. */
  forget(months: number): Promise<void>;
}

/** The journals of a process, on a connection of their own: they fail alone. */
export function openJournals(databaseUrl: string) {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    options: `-c role=${journalRole}`,
    max: 1,
    idleTimeoutMillis: 2_000,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    query_timeout: 6_000,
    application_name: "cdsf-hub/journal",
  });
  pool.on("error", () => {}); // an idle connection that the server closed: the next write opens another
  pool.on("connect", (client) => client.on("error", () => {})); // one that breaks under a statement: that fails by itself
  return {
    of: (name: string): AccessJournal => ({
      async write(lines) {
        await pool.query(
          `insert into ${journalTable(name)} (client, habilitation, purpose, operation, request, scope, subject, departments, rows, allowed)
           select r.client, r.habilitation, r.purpose, r.operation, r.request, r.scope, r.subject,
             array(select jsonb_array_elements_text(r.departments)), r.rows, r.allowed
           from jsonb_to_recordset($1::jsonb) as r(client text, habilitation text, purpose text, operation text, request text, scope text,
             subject text, departments jsonb, rows int, allowed boolean)`,
          [JSON.stringify(lines)],
        );
      },
      async forget(months) {
        await pool.query(`select ${journalSchema(name)}.forget($1)`, [months]);
      },
    }),
    close: () => pool.end(),
  };
}

export type Journals = ReturnType<typeof openJournals>;
