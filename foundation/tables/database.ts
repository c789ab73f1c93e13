import { fileURLToPath } from "node:url";
import { Migrator } from "@mikro-orm/migrations";
import { type EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { CompiledQuery, type DatabaseConnection } from "kysely";
import { Source } from "../graph/source.ts";
import type { Subgraph } from "../graph/subgraph.ts";
import { ImportedFile } from "../imports/imported-file.ts";
import { quote, schemaOf, sql } from "../postgres/sql.ts";
import { createAccessJournal, journalRole } from "../rights/access-journal.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { StartError } from "../start-error.ts";

const becomeReader = `select set_config('role', '${readerRole}', false), set_config('default_transaction_read_only', 'on', false)`;
/** Of each kind of client, in each subgraph. */
const readerConnections = 3;
const ownerConnections = 5;
/** A connection that nobody needs is closed. */
const idleMs = 2_000;
const statementTimeoutMs = 20_000;
const connectionTimeoutMs = 5_000;

interface OrmOptions {
  /** Connects as the role that serves requests, read-only; by default as the owner of the tables. */
  asReader?: boolean;
  /** Called with each SQL statement, for tests that count them. */
  onStatement?: ((sql: string) => void) | undefined;
}

/**
 * Opens the subgraph's own MikroORM instance on its own PostgreSQL schema. Nothing is asked of the server yet.
 * @param url postgresql://…
 */
export async function openOrm(
  subgraph: Pick<Subgraph, "name" | "entities" | "restricted">,
  url: string,
  { asReader = false, onStatement }: OrmOptions = {},
): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl: url,
    schema: schemaOf(subgraph.name),
    entities: [...subgraph.entities, ...(subgraph.restricted ?? []), Source, ImportedFile],
    extensions: [Migrator],
    migrations: {
      path: fileURLToPath(new URL(`../../migrations/${subgraph.name}`, import.meta.url)),
      pathTs: fileURLToPath(new URL(`../../migrations/${subgraph.name}`, import.meta.url)),
      glob: "!(*.d).ts",
      tableName: "migration",
      snapshotName: "snapshot",
      silent: true,
      snapshotOnMigrate: false,
    },
    // Rows are written through SQL: no entity needs to notice that it changes.
    propagationOnPrototype: false,
    schemaGenerator: { createForeignKeyConstraints: true, disableForeignKeys: false },
    pool: { min: 0, max: asReader ? readerConnections : ownerConnections, idleTimeoutMillis: idleMs },
    driverOptions: {
      connectionTimeoutMillis: connectionTimeoutMs,
      statement_timeout: statementTimeoutMs,
      application_name: `cdsf-hub/${subgraph.name}`,
      keepAlive: true,
    },
    onCreateConnection: async (connection: unknown) => {
      const watched = connection as DatabaseConnection;
      const execute = watched.executeQuery.bind(watched);
      // Not in the options of the pool: the connection that cancels statements must stay the user's own.
      if (asReader) await execute(CompiledQuery.raw(becomeReader)).catch(refuseLogin);
      watched.executeQuery = async (query, options) => {
        onStatement?.(query.sql);
        try {
          return await execute(query, options);
        } catch (error) {
          if (!options?.signal?.aborted) throw error;
          return { rows: [] }; // cancelled, and nobody waits: Kysely would print the error on the console
        }
      };
    },
  });
  for (const { class: entity, policies } of orm.getMetadata().getAll().values()) {
    const isRestricted = Boolean(subgraph.restricted?.includes(entity as never));
    if (isRestricted !== policies.length > 0)
      throw new Error(`${subgraph.name}: ${entity.name} is ${isRestricted ? "restricted and has no policy" : "open and has a policy"}`);
  }
  return orm;
}

function refuseLogin(error: { code?: string }): never {
  if (error.code !== "42501") throw error;
  throw new StartError(
    `L'utilisateur de PostgreSQL sous lequel le hub répond ne peut pas prendre le rôle ${readerRole} : faites exécuter par un administrateur « grant ${readerRole}, ${journalRole} to <utilisateur>; ».`,
  );
}

/** Brings the subgraph's schema and journal to their last state, and lets the reader in. Run by the owner. */
export async function migrate(orm: MikroORM): Promise<void> {
  const schema = orm.config.get("schema")!;
  await sql(orm.em, `create schema if not exists ${quote(schema)}`);
  await orm.migrator.up();
  await orm.em.fork().transactional(async (em) => {
    await sql(em, "select pg_advisory_xact_lock(hashtext($1))", [`migrate:${schema}`]);
    await createRoles(em);
    await createAccessJournal(em, schema);
    const tables = [...orm.getMetadata().getAll().values()].map(({ tableName }) => `${quote(schema)}.${quote(tableName)}`);
    await sql(em, `grant usage on schema ${quote(schema)} to ${readerRole}`);
    const unread = await sql<{ name: string }>(
      em,
      "select name from unnest($1::text[]) name where not has_table_privilege($2, name, 'select')",
      [tables, readerRole],
    );
    if (unread.length > 0) await sql(em, `grant select on ${unread.map(({ name }) => name).join(", ")} to ${readerRole}`);
  });
}

/** The two roles that own nothing, once for the whole server. @throws StartError where this user may not create them. */
async function createRoles(em: EntityManager): Promise<void> {
  for (const role of [readerRole, journalRole]) {
    const [found] = await sql<{ member: boolean }>(
      em,
      "select pg_has_role(current_user, oid, 'member') as member from pg_roles where rolname = $1",
      [role],
    );
    if (found?.member) continue;
    try {
      await em.transactional(async (inner) => {
        await sql(inner, `do $$ begin create role ${role} nologin; exception when duplicate_object or unique_violation then null; end $$`);
        await sql(inner, `grant ${role} to current_user`);
      });
    } catch (error) {
      if ((error as { code?: string }).code !== "42501") throw error;
      const orders = [readerRole, journalRole].map((each) => `create role ${each} nologin; grant ${each} to <utilisateur>;`);
      throw new StartError(
        `Cet utilisateur de PostgreSQL ne peut pas créer les rôles sous lesquels le hub lit et tient son journal : faites exécuter par un administrateur « ${orders.join(" ")} ».`,
      );
    }
  }
}

/** Whether the database answers within a second. */
export async function isAnswering(em: EntityManager): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref());
  return Promise.race([
    sql(em, "select 1").then(
      () => true,
      () => false,
    ),
    late,
  ]);
}
