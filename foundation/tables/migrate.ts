import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { quote } from "../postgres/identifiers.ts";
import { journalDefinition, journalRole, journalTable } from "../rights/access-journal.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { StartError } from "../start-error.ts";
import { sql } from "./sql.ts";

/** Brings the subgraph's schema and journal to their last state, and lets the reader in. Run by the owner. */
export async function migrate(orm: MikroORM): Promise<void> {
  const schema = orm.config.get("schema")!;
  /** One at a time, whoever starts on this base. */
  const locked = (work: (em: EntityManager) => Promise<void>) =>
    orm.em.fork().transactional(async (em) => {
      await sql(em, "select pg_advisory_xact_lock(hashtext($1))", ["migrate"]);
      await work(em);
    });
  await locked(async (em) => {
    await sql(em, `create schema if not exists ${quote(schema)}`);
  });
  await locked(async (em) => {
    await orm.migrator.up(); // on a connection of its own
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

/** Creates the journal where it is missing, and says who may do what with it. */
async function createAccessJournal(em: EntityManager, schema: string): Promise<void> {
  const [known] = await sql<{ exists: boolean }>(em, "select to_regclass($1) is not null as exists", [journalTable(schema)]);
  if (!known!.exists) for (const statement of journalDefinition(schema)) await sql(em, statement);
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
