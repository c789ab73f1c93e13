import type { MikroORM } from "@mikro-orm/postgresql";
import type { Budgets } from "../budgets.ts";
import { sql } from "../postgres/sql.ts";
import { AccessJournal } from "../rights/access-journal.ts";
import { ClientKind, openData } from "../rights/rights.ts";
import { sessionOf } from "../rights/row-level-security.ts";
import { isAnswering, openOrm } from "../tables/database.ts";
import { type Call, Context } from "./context.ts";
import type { Subgraph } from "./subgraph.ts";

/** A subgraph that is being served: its tables as the reader sees them, and the journal of who reads what is not open. */
export interface OpenSubgraph {
  subgraph: Subgraph;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  /** The context of one call: a fresh EntityManager that sees what its caller may, and fresh loaders. */
  contextOf(call: Omit<Call, "journal" | "budgets">, signal?: AbortSignal): Context;
  close(): Promise<void>;
}

interface Options {
  /** How long the access journal is kept. */
  journalMonths?: number | undefined;
  /** What its callers are told that they may spend. */
  budgets?: Budgets | undefined;
  /** Called with each SQL statement, for tests that count them. */
  onStatement?: ((sql: string) => void) | undefined;
}

const aDay = 24 * 60 * 60 * 1000;

/**
 * Opens a subgraph whose schema is already migrated.
 * @param databaseUrl for the owner of the tables, or for a login that owns nothing: either becomes the reader.
 * @throws StartError where it may not.
 */
export async function openSubgraph(
  subgraph: Subgraph,
  databaseUrl: string,
  { journalMonths = 12, budgets, onStatement }: Options = {},
): Promise<OpenSubgraph> {
  // A kind of client that waits for slow statements takes no connection of another.
  const orms = new Map<ClientKind, MikroORM>();
  for (const kind of Object.values(ClientKind)) orms.set(kind, await openOrm(subgraph, databaseUrl, { asReader: true, onStatement }));
  const ownEm = orms.get(ClientKind.PARTNER_SYSTEM)!.em;
  await sql(ownEm, "select 1");
  const journal = new AccessJournal(subgraph.name, databaseUrl);
  // What cannot be forgotten today is tomorrow.
  const forget = () => journal.forget(journalMonths).catch(() => {});
  if (subgraph.restricted) await forget();
  const daily = setInterval(forget, aDay).unref();
  return {
    subgraph,
    isReady: () => isAnswering(ownEm),
    contextOf({ rights = openData, ...call }, signal) {
      const session = sessionOf(rights);
      const em = orms
        .get(rights.kind)!
        .em.fork({ ...(session && { session }), ...(signal && { signal, inflightQueryAbortStrategy: "cancel query" }) });
      return new Context(em, { ...call, rights, journal, budgets });
    },
    async close() {
      clearInterval(daily);
      await Promise.all([...orms.values()].map((orm) => orm.close(true)));
      await journal.close();
    },
  };
}
