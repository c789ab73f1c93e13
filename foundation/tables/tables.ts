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
