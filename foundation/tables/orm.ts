import { fileURLToPath } from "node:url";
import type { EntityClass } from "@mikro-orm/core";
import { Migrator } from "@mikro-orm/migrations";
import { MikroORM } from "@mikro-orm/postgresql";
import { schemaOf } from "../postgres/identifiers.ts";

/** The tables of one subgraph, in a PostgreSQL schema of its own. */
export interface Tables {
  /** Name of the subgraph. */
  name: string;
  /** Tables whose every row is open data. */
  open: readonly EntityClass<object>[];
  /** Tables whose rows are not all open: each declares the policy that says who reads what. */
  restricted: readonly EntityClass<object>[];
}

const maxConnections = 5;
/** A connection that nobody needs is closed. */
const idleTimeoutMillis = 2_000;
const statementTimeoutMs = 20_000;
/** That the server answers was asked before; it may be busy with another subgraph's files, and so may this process. */
const connectionTimeoutMillis = 30_000;

/**
 * Opens the subgraph's MikroORM instance, as the owner of its tables: what they are, migrations, imports. Nothing is asked of the
 * server yet.
 * @param url postgresql://…
 */
export async function openOrm({ name, open, restricted }: Tables, url: string): Promise<MikroORM> {
  const migrations = fileURLToPath(new URL(`../../migrations/${name}`, import.meta.url));
  const orm = await MikroORM.init({
    clientUrl: url,
    schema: schemaOf(name),
    entities: [...open, ...restricted],
    extensions: [Migrator],
    migrations: {
      path: migrations,
      pathTs: migrations,
      glob: "!(*.d).ts",
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
  for (const { class: entity, policies } of orm.getMetadata().getAll().values()) {
    const isRestricted = restricted.includes(entity as never);
    if (isRestricted !== policies.length > 0)
      throw new Error(`${name}: ${entity.name} is ${isRestricted ? "restricted and has no policy" : "open and has a policy"}`);
  }
  return orm;
}
