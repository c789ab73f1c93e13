import type { EntityClass } from "@mikro-orm/core";
import type { BuildSchemaOptions } from "type-graphql";
import type { WrittenTables } from "../tables/tables.ts";
import type { Context } from "./context.ts";
import type { Reading } from "./readings/reading.ts";

/** A key of an entity as the gateway sends it, with the fields it was asked to bring along. */
// biome-ignore lint/suspicious/noExplicitAny: each type has a key of its own
type Key = any;

/** What a subgraph is made of: all that one thing brings to it. */
export interface Part {
  /** Tables whose every row is open data. */
  open?: readonly EntityClass<object>[];
  /** Tables whose rows are not all open: each declares the policy that says who reads what. */
  restricted?: readonly EntityClass<object>[];
  /** What its mutations write, and may read while they do. */
  written?: WrittenTables;
  /** type-graphql resolver classes. */
  resolvers?: readonly unknown[];
  /** Types that are reached only by reference. */
  types?: NonNullable<BuildSchemaOptions["orphanedTypes"]>;
  /** How a type is found again by its key: `{ __typename, key }` → the row, or null where there is none. */
  references?: Record<string, (key: Key, context: Context) => unknown>;
  /** Every reading that its resolvers use, by name. */
  readings?: Record<string, unknown>;
}

/** The readings among the exports of a module. */
export function readingsIn(exports: Record<string, unknown> = {}): Record<string, Reading<never, unknown>> {
  return Object.fromEntries(
    Object.entries(exports).filter(
      (entry): entry is [string, Reading<never, unknown>] => typeof (entry[1] as { write?: unknown }).write === "function",
    ),
  );
}
