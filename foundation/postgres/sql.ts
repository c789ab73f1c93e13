import type { EntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery, type Kysely, type Transaction } from "kysely";

/**
 * Runs a statement with bound parameters (`$1`, `$2`…), in the transaction of `em` where there is one, until its signal aborts.
 * MikroORM's own `execute` writes the values into the text and cannot bind an array.
 */
export async function sql<Row>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const connection = em.getConnection();
  await connection.ensureConnection();
  const transaction = em.getTransactionContext<Transaction<unknown>>();
  // What a session may see is set when its transaction begins; a clear one, for it would write what changed on entities meanwhile.
  if (!transaction && em.getSessionContext()) return em.transactional((own) => sql<Row>(own, text, parameters), { clear: true });
  const executor = transaction ?? (connection.getClient() as unknown as Kysely<unknown>);
  // biome-ignore lint/complexity/useLiteralKeys: protected, and the only way to what a fork was given
  const untilAborted = em["getAbortOptions"]();
  const { rows } = await executor.executeQuery(CompiledQuery.raw(text, [...parameters]), untilAborted);
  return rows as Row[];
}

/** The quoted, schema-qualified name of an entity's table in this subgraph. */
export function tableOf(em: EntityManager, entity: new () => object): string {
  const { tableName } = em.getMetadata().get(entity);
  return `${quote(em.config.get("schema")!)}.${quote(tableName)}`;
}

export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** The PostgreSQL schema of a subgraph. */
export function schemaOf(name: string): string {
  return name.replaceAll("-", "_");
}
