import type { EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { quote } from "../postgres/identifiers.ts";
import { journalDefinition, journalTable } from "../rights/access-journal.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { servingRoles } from "../rights/writer-role.ts";
import { StartError } from "../start-error.ts";
import {
  bookkeeping,
  firstVersion,
  outdateAllFiles,
  outdateDefinition,
  versionDefinition,
  versionTable,
  versionTrigger,
  versionTriggerOn,
} from "./data-version.ts";
import { tablesOf } from "./orm.ts";
import { sql } from "./sql.ts";
import { writerRights } from "./written-tables.ts";

/** Brings the subgraph's schema, journal and data version to their last state, and lets the reader in. Run by the owner. */
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
    const tableNames = [...orm.getMetadata().getAll().values()].map(({ tableName }) => tableName);
    const qualified = (name: string) => `${quote(schema)}.${quote(name)}`;
    await createDataVersion(em, schema, tableNames.filter((name) => !bookkeeping.includes(name)).map(qualified));
    await sql(em, `grant usage on schema ${quote(schema)} to ${readerRole}`);
    const unread = await sql<{ name: string }>(
      em,
      "select name from unnest($1::text[]) name where not has_table_privilege($2, name, 'select')",
      [tableNames.map(qualified), readerRole],
    );
    if (unread.length > 0) await sql(em, `grant select on ${unread.map(({ name }) => name).join(", ")} to ${readerRole}`);
    await letWriterIn(orm, em);
  });
}

/** Says what mutations may write, where the subgraph has some. */
async function letWriterIn(orm: MikroORM, em: EntityManager): Promise<void> {
  const { grants, policies } = writerRights(tablesOf(orm));
  for (const statement of grants) await sql(em, statement);
  for (const { table, name, statement } of policies) {
    const [known] = await sql<{ exists: boolean }>(
      em,
      "select exists (select from pg_policy where polrelid = $1::regclass and polname = $2)",
      [table, name],
    );
    if (known!.exists) continue;
    await sql(em, `alter table ${table} enable row level security`);
    await sql(em, statement);
  }
}

/** Creates what is missing of the version of the subgraph's data: the table, its row, and a trigger on each of its tables. */
async function createDataVersion(em: EntityManager, schema: string, tables: string[]): Promise<void> {
  await sql(em, "select pg_advisory_xact_lock(hashtext($1))", [`migrate:${versionTable}`]);
  const [known] = await sql<{ exists: boolean }>(em, "select to_regclass($1) is not null as exists", [versionTable]);
  if (!known!.exists) for (const statement of versionDefinition) await sql(em, statement);
  const [outdating] = await sql<{ exists: boolean }>(em, "select to_regprocedure($1) is not null as exists", [`${outdateAllFiles}()`]);
  if (!outdating!.exists) for (const statement of outdateDefinition) await sql(em, statement);
  await sql(em, firstVersion, [schema]);
  const missing = await sql<{ name: string }>(
    em,
    "select name from unnest($1::text[]) name where not exists (select from pg_trigger where tgrelid = name::regclass and tgname = $2)",
    [tables, versionTrigger],
  );
  for (const { name } of missing) await sql(em, versionTriggerOn(name));
}

/** Creates the journal where it is missing, and says who may do what with it. */
async function createAccessJournal(em: EntityManager, schema: string): Promise<void> {
  const [known] = await sql<{ exists: boolean }>(em, "select to_regclass($1) is not null as exists", [journalTable(schema)]);
  if (!known!.exists) for (const statement of journalDefinition(schema)) await sql(em, statement);
}

/** The roles that own nothing, once for the whole server. @throws StartError where this user may not create them. */
async function createRoles(em: EntityManager): Promise<void> {
  for (const role of servingRoles) {
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
      const orders = servingRoles.map((each) => `create role ${each} nologin; grant ${each} to <utilisateur>;`);
      throw new StartError(
        `Cet utilisateur de PostgreSQL ne peut pas créer les rôles sous lesquels le hub lit, écrit et tient son journal : faites exécuter par un administrateur « ${orders.join(" ")} ».`,
      );
    }
  }
}
