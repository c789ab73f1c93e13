import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { schemaOf } from "../postgres/identifiers.ts";
import { entitySchemaOf } from "./entity-schemas.ts";
import { migrationsFolder } from "./migrations.ts";
import type { Tables } from "./tables.ts";

const maxConnections = 5;
/** A connection that nobody needs is closed. */
const idleTimeoutMillis = 2_000;
const statementTimeoutMs = 20_000;
/** That the server answers was asked before; it may be busy with another subgraph's files, and so may this process. */
const connectionTimeoutMillis = 30_000;

const opened = new WeakMap<MikroORM, Tables>();

/** What an instance was opened for. */
export function tablesOf(orm: MikroORM): Tables {
  return opened.get(orm)!;
}

/**
 * Opens the subgraph's MikroORM instance, as the owner of its tables: what they are, migrations, imports. Nothing is asked of the
 * server yet.
 * @param url postgresql://…
 */
export async function openOrm(tables: Tables, url: string): Promise<MikroORM> {
  const { name, open, restricted } = tables;
  const migrations = migrationsFolder(name);
  const orm = await MikroORM.init({
    clientUrl: url,
    schema: schemaOf(name),
    entities: [...open, ...restricted].map(entitySchemaOf),
    extensions: [Migrator],
    migrations: {
      path: migrations,
      pathTs: migrations,
      glob: "*.{js,ts}",
      tableName: "migration",
      snapshotName: "snapshot",
      silent: true,
      snapshotOnMigrate: false,
    },
    // Rows are written through SQL: no entity needs to notice that it changes.
    propagationOnPrototype: false,
    schemaGenerator: { createForeignKeyConstraints: true, disableForeignKeys: false },
    pool: { min: 0, max: maxConnections, idleTimeoutMillis },
    driverOptions: {
      connectionTimeoutMillis,
      statement_timeout: statementTimeoutMs,
      application_name: `cdsf-hub/${name}`,
      keepAlive: true,
    },
  });
  opened.set(orm, tables);
  return orm;
}
