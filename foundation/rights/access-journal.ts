import type { EntityManager } from "@mikro-orm/postgresql";
import pg from "pg";
import { hubError } from "../errors.ts";
import type { AccessRecord } from "../graph/access-record.ts";
import type { Batch, Context } from "../graph/context.ts";
import { quote, schemaOf, sql } from "../postgres/sql.ts";
import { holdsInAll, readerRole } from "./row-level-security.ts";

/** The role that writes the journal: it adds lines, and can neither read, change nor remove one. */
export const journalRole = "cdsf_hub_journal";

/** The journal of a subgraph, in a schema of its own beside its data. */
export function journalTable(name: string): string {
  return `${quote(`${schemaOf(name)}_journal`)}.access`;
}

/** Creates the journal where it is missing, and says who may do what with it. Run by the owner of the schemas. */
export async function createAccessJournal(em: EntityManager, name: string): Promise<void> {
  const schema = quote(`${schemaOf(name)}_journal`);
  const table = journalTable(name);
  const [known] = await sql<{ exists: boolean }>(em, "select to_regclass($1) is not null as exists", [table]);
  if (known!.exists) return;
  const statements = [
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
  for (const statement of statements) await sql(em, statement);
}

/** What is written of an access; who asks is in the context. */
export type Access = Pick<AccessRecord, "scope" | "subject" | "departments" | "rows" | "habilitation" | "purpose" | "allowed">;

const columns = [
  "client",
  "habilitation",
  "purpose",
  "operation",
  "request",
  "scope",
  "subject",
  "departments",
  "rows",
  "allowed",
] as const;

/** The journal of a subgraph that is being served. Its connections are its own: it fails alone. */
export class AccessJournal {
  private readonly pool: pg.Pool;

  constructor(
    private readonly name: string,
    databaseUrl: string,
  ) {
    this.pool = new pg.Pool({
      connectionString: databaseUrl,
      options: `-c role=${journalRole}`,
      max: 1,
      idleTimeoutMillis: 2_000,
      connectionTimeoutMillis: 5_000,
      statement_timeout: 5_000,
      application_name: `cdsf-hub/${name}/journal`,
    });
    this.pool.on("error", () => {}); // an idle connection that the server closed: the next write opens another
  }

  async write(records: Record<(typeof columns)[number], unknown>[]): Promise<void> {
    await this.pool.query(
      `insert into ${journalTable(this.name)} (${columns.join(", ")})
       select ${columns.map((name) => (name === "departments" ? "array(select jsonb_array_elements_text(r.departments))" : `r.${name}`)).join(", ")}
       from jsonb_to_recordset($1::jsonb) as r(client text, habilitation text, purpose text, operation text, request text, scope text,
         subject text, departments jsonb, rows int, allowed boolean)`,
      [JSON.stringify(records)],
    );
  }

  /** Removes what is older than so many months. */
  async forget(months: number): Promise<void> {
    await this.pool.query(`select ${quote(`${schemaOf(this.name)}_journal`)}.forget($1)`, [months]);
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

/** What a caller wrote, as it may stand in the journal: short, and without what no text column can hold. */
const printable = (text: string) =>
  text
    .toWellFormed()
    .replace(/\p{Cc}/gu, "\uFFFD")
    .slice(0, 100);

const writeAccesses: Batch<Access, null> = async (accesses, { rights, request, journal }) => {
  const who = { client: rights.client, operation: request.operation ? printable(request.operation) : null, request: request.id };
  await journal?.write(
    accesses.map((access) => ({
      ...who,
      ...access,
      subject: printable(access.subject),
      departments: access.departments.map(printable),
    })),
  );
  return accesses.map(() => null);
};

/**
 * Writes who reads what; all accesses of one tick are one statement. Callers without a token leave none: they hold no scope.
 * @throws JOURNAL_UNAVAILABLE where it cannot be written: what was to be read is then not served.
 */
export async function recordAccess(context: Context, access: Access): Promise<void> {
  if (context.rights.client === null) return;
  try {
    await context.load(writeAccesses, access);
  } catch (error) {
    context.onError(error);
    throw hubError("JOURNAL_UNAVAILABLE");
  }
}
