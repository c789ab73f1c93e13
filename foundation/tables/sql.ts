import type { EntityManager } from "@mikro-orm/postgresql";
import { CompiledQuery, type Kysely, type Transaction } from "kysely";

/**
 * Runs a statement with bound parameters (`$1`, `$2`…), as the owner of the tables, in the transaction of `em` where there is one.
 * MikroORM's own `execute` writes the values into the text and cannot bind an array.
 */
export async function sql<Row>(em: EntityManager, text: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  const connection = em.getConnection();
  await connection.ensureConnection();
  const executor = em.getTransactionContext<Transaction<unknown>>() ?? (connection.getClient() as unknown as Kysely<unknown>);
  const { rows } = await executor.executeQuery(CompiledQuery.raw(text, [...parameters]));
  return rows as Row[];
}
