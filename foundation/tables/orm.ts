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
const connectionTimeoutMillis = 5_000;

/**
 * Opens the subgraph's MikroORM instance, as the owner of its tables: what they are, migrations, imports. Nothing is asked of the
 * server yet.
 * @param url postgresql://…
 */
export async function openOrm({ name, open, restricted }: Tables, url: string): Promise<MikroORM> {
  const migrations = migrationsFolder(name);
  return MikroORM.init({
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
}
