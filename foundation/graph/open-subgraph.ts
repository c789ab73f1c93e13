import type { Budgets } from "../budgets.ts";
import { openReaderPools, type ReaderPools, type Statement } from "../postgres/reader-pools.ts";
import { type Journals, journalRole, openJournals } from "../rights/access-journal.ts";
import { ClientKind } from "../rights/rights.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { StartError } from "../start-error.ts";
import { type Call, Context } from "./context.ts";
import { prepareReadings, rowReader } from "./readings/row-reader.ts";
import type { Subgraph } from "./subgraph.ts";

/** The connections under which all subgraphs of a process are served: small pools, one for each kind of client, and the journals'. */
export interface ReaderDatabase {
  pools: ReaderPools;
  journals: Journals;
  close(): Promise<void>;
}

/** A kind of client that waits for slow statements takes no connection of another, and none by which the gateway asks who calls. */
const lanes = {
  REGISTER: 1,
  [ClientKind.PARTNER_SYSTEM]: 3,
  [ClientKind.DASHBOARD]: 3,
  [ClientKind.ANALYST]: 3,
  [ClientKind.ANONYMOUS]: 3,
} satisfies Record<ClientKind | "REGISTER", number>;

/**
 * @param databaseUrl for the owner of the tables, or for a login that owns nothing: either becomes the reader.
 * @param onStatement called with each statement, for tests that count them
 */
export function openReaderDatabase(databaseUrl: string, onStatement?: (statement: Statement) => void): ReaderDatabase {
  const pools = openReaderPools({ url: databaseUrl, role: readerRole, lanes, onStatement });
  const journals = openJournals(databaseUrl);
  return {
    pools,
    journals,
    async close() {
      await Promise.all([pools.close(), journals.close()]);
    },
  };
}

/** A subgraph that is being served: its rows as the reader sees them, and the journal of who reads what is not open. */
export interface OpenSubgraph {
  subgraph: Subgraph;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  /** The context of one call: what its caller may see, and fresh loaders. */
  contextOf(call: Omit<Call, "budgets">, signal?: AbortSignal): Context;
  close(): void;
}

interface Options {
  /** How long the access journal is kept. */
  journalMonths: number;
  /** What its callers are told that they may spend. */
  budgets?: Budgets | undefined;
  /** Told where what is older than `journalMonths` could not be forgotten; it is tried again the next day. */
  onJournalFailure: (cause: unknown) => void;
}

const aDay = 24 * 60 * 60 * 1000;

/**
 * Opens a subgraph whose schema is already migrated.
 * @throws StartError where the login may not become the reader
 */
export async function openSubgraph(
  subgraph: Subgraph,
  { pools, journals }: ReaderDatabase,
  { journalMonths, budgets, onJournalFailure }: Options,
): Promise<OpenSubgraph> {
  await pools.read("REGISTER", { name: `${subgraph.name}.open`, text: "select 1" }, []).catch(refuseLogin);
  const prepared = prepareReadings(subgraph.name, subgraph.readings);
  const journal = journals.of(subgraph.name);
  const forget = () => journal.forget(journalMonths).catch(onJournalFailure);
  const isKept = subgraph.tables.restricted.length > 0;
  if (isKept) await forget();
  const daily = isKept ? setInterval(forget, aDay).unref() : undefined;
  return {
    subgraph,
    isReady: () => pools.isAnswering(),
    contextOf: (call, signal) => new Context(rowReader(prepared, pools, call, signal), journal, { ...call, budgets }),
    close: () => clearInterval(daily),
  };
}

function refuseLogin(error: { code?: string }): never {
  if (error.code !== "42501") throw error;
  throw new StartError(
    `L'utilisateur de PostgreSQL sous lequel le hub répond ne peut pas prendre le rôle ${readerRole} : faites exécuter par un administrateur « grant ${readerRole}, ${journalRole} to <utilisateur>; ».`,
  );
}
