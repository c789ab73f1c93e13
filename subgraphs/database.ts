import { fileURLToPath } from "node:url";
import { Migrator } from "@mikro-orm/migrations";
import { type EntityManager, MikroORM } from "@mikro-orm/postgresql";
import { ImportedFile } from "./imported-file.ts";
import { Source } from "./source.ts";
import { quote, sql } from "./sql.ts";
import type { Subgraph } from "./subgraph.ts";

/** The PostgreSQL schema of a subgraph. */
export function schemaOf(name: string): string {
  return name.replaceAll("-", "_");
}

const statementTimeoutMs = 20_000;
const connectionTimeoutMs = 5_000;

/**
 * Opens the subgraph's own MikroORM instance on its own PostgreSQL schema. Nothing is asked of the server yet.
 * @param url postgresql://…
 * @param onStatement called with each SQL statement, for tests that count them.
 */
export function openOrm(
  subgraph: Pick<Subgraph, "name" | "entities">,
  url: string,
  onStatement?: (sql: string) => void,
): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    schema: schemaOf(subgraph.name),
    entities: [...subgraph.entities, Source, ImportedFile],
    extensions: [Migrator],
    migrations: {
      path: fileURLToPath(new URL(`../migrations/${subgraph.name}`, import.meta.url)),
      pathTs: fileURLToPath(new URL(`../migrations/${subgraph.name}`, import.meta.url)),
      glob: "!(*.d).ts",
      tableName: "migration",
      snapshotName: "snapshot",
      silent: true,
      snapshotOnMigrate: false,
    },
    // Rows are written through SQL: no entity needs to notice that it changes.
    propagationOnPrototype: false,
    schemaGenerator: { createForeignKeyConstraints: true, disableForeignKeys: false },
    pool: { min: 0, max: 5 },
    driverOptions: {
      connectionTimeoutMillis: connectionTimeoutMs,
      statement_timeout: statementTimeoutMs,
      application_name: `cdsf-hub/${subgraph.name}`,
      keepAlive: true,
    },
    ...(onStatement && {
      onCreateConnection: async (connection: unknown) => {
        const counted = connection as { executeQuery(query: { sql: string }): Promise<unknown> };
        const execute = counted.executeQuery.bind(counted);
        counted.executeQuery = (query) => {
          onStatement(query.sql);
          return execute(query);
        };
      },
    }),
  });
}

/** Brings the subgraph's schema to its last migration. */
export async function migrate(orm: MikroORM): Promise<void> {
  await sql(orm.em, `create schema if not exists ${quote(orm.config.get("schema")!)}`);
  await orm.migrator.up();
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
