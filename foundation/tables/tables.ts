import type { EntityClass } from "@mikro-orm/core";
import { declaredTable } from "./columns.ts";

/** The tables of one subgraph, in a PostgreSQL schema of its own. */
export interface Tables {
  /** Name of the subgraph. */
  name: string;
  /** Tables whose every row is open data. */
  open: readonly EntityClass<object>[];
  /** Tables whose rows are not all open: each declares the policy that says who reads what. */
  restricted: readonly EntityClass<object>[];
  /** What its mutations write. */
  written?: WrittenTables | undefined;
}

/** What the writer may do with the tables of a subgraph. */
export interface WrittenTables {
  /** Those that he reads, beside those that he writes. */
  reads: readonly EntityClass<object>[];
  writes: readonly WrittenTable[];
}

export interface WrittenTable {
  entity: EntityClass<object>;
  /** What may be done with its rows, and with which of them: SQL; null: with any. */
  may: Partial<Record<"insert" | "update" | "delete", ((names: Names) => string) | null>>;
}

/** Names of tables, quoted and qualified. */
interface Names {
  table: (entity: EntityClass<object>) => string;
}

/** @throws for a table that is open and has a policy, or is restricted and has none */
export function checkedTables(tables: Tables): Tables {
  const { name, open, restricted } = tables;
  for (const entity of [...open, ...restricted]) {
    const isRestricted = restricted.includes(entity);
    if (isRestricted !== declaredTable(entity).policies.length > 0)
      throw new Error(`${name}: ${entity.name} is ${isRestricted ? "restricted and has no policy" : "open and has a policy"}`);
  }
  return tables;
}
