import type { EntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery, type Kysely, type Transaction } from "kysely";

/**
 * Runs a statement with bound parameters (`$1`, `$2`…), in the transaction of `em` where there is one.
 * MikroORM's own `execute` writes the values into the text and cannot bind an array.
 */
export async function sql<Row>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const connection = em.getConnection();
  await connection.ensureConnection();
  const executor = em.getTransactionContext<Transaction<unknown>>() ?? (connection.getClient() as unknown as Kysely<unknown>);
  const { rows } = await executor.executeQuery(CompiledQuery.raw(text, [...parameters]));
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
