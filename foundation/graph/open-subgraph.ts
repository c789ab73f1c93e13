import type { Budgets } from "../budgets.ts";
import { processLimits } from "../limits.ts";
import { schemaOf } from "../postgres/identifiers.ts";
import { openReaderPools, type ReaderPools, type Statement } from "../postgres/reader-pools.ts";
import { type Journals, journalRole, openJournals } from "../rights/access-journal.ts";
import { ClientKind } from "../rights/rights.ts";
import { readerRole } from "../rights/row-level-security.ts";
import { StartError } from "../start-error.ts";
import { type Call, Context, type Writing } from "./context.ts";
import type { Generation } from "./generations/generation.ts";
import { Generations } from "./generations/generations.ts";
import { openVersions, type VersionsOptions } from "./generations/versions.ts";
import { CallReader, prepareReadings } from "./readings/row-reader.ts";
import type { Subgraph } from "./subgraph.ts";

/** The connections under which all subgraphs of a process are served: small pools, one for each kind of client, and the journals'. */
export interface ReaderDatabase {
  pools: ReaderPools;
  journals: Journals;
  /** What is kept of what was read. */
  generations: Generations;
  /** What a mutation of a call writes with. */
  writing(): Writing;
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

export interface ReaderOptions {
  /** Of rows that all may read, in bytes. */
  sharedRowsBytes?: number | undefined;
  /** How a process learns that data have changed. */
  versions?: Pick<VersionsOptions, "trustMs" | "onAsk"> | undefined;
  /** Called with each statement of a reading, for tests that count them. */
  onStatement?: ((statement: Statement) => void) | undefined;
}

/**
 * @param databaseUrl for the owner of the tables, or for a login that owns nothing: either becomes the reader. It leads to one server: what
 * is read there once is not asked again until its version changes there.
 */
export function openReaderDatabase(
  databaseUrl: string,
  { sharedRowsBytes = processLimits.sharedRowsBytes, versions: options, onStatement }: ReaderOptions = {},
): ReaderDatabase {
  const pools = openReaderPools({ url: databaseUrl, role: readerRole, lanes, onStatement });
  const journals = openJournals(databaseUrl);
  const versions = openVersions({ ...options, url: databaseUrl, role: readerRole });
  return {
    pools,
    journals,
    generations: new Generations(versions, sharedRowsBytes),
    writing: () => ({ url: databaseUrl, hasBegun: false, changed: () => versions.doubt() }),
    async close() {
      await Promise.all([pools.close(), journals.close(), versions.close()]);
    },
  };
}

/** A subgraph that is being served: its rows as the reader sees them, and the journal of who reads what is not open. */
export interface OpenSubgraph {
  subgraph: Subgraph;
  /** Whether its database answers. */
  isReady(): Promise<boolean>;
  /** The context of one call: what its caller may see, the version that it reads, and fresh loaders. @throws where the database does not answer */
  contextOf(call: Omit<Call, "budgets">, signal?: AbortSignal): Context | Promise<Context>;
  /**
   * The version that a call would read now: while it is the same, so is every open answer. Undefined for a moment after midnight, when what is
   * answered may be of the day before.
   * @throws where the database does not answer
   */
  dataVersion(): string | undefined | Promise<string | undefined>;
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
  { pools, journals, generations, writing }: ReaderDatabase,
  { journalMonths, budgets, onJournalFailure }: Options,
): Promise<OpenSubgraph> {
  await pools.read("REGISTER", { name: `${subgraph.name}.open`, text: "select 1" }, []).catch(refuseLogin);
  const prepared = prepareReadings(subgraph.name, subgraph.readings);
  const schema = schemaOf(subgraph.name);
  await generations.pin(schema);
  const journal = journals.of(subgraph.name);
  const forget = () => journal.forget(journalMonths).catch(onJournalFailure);
  const isKept = subgraph.tables.restricted.length > 0;
  if (isKept) await forget();
  const daily = isKept ? setInterval(forget, aDay).unref() : undefined;
  return {
    subgraph,
    isReady: () => pools.isAnswering(),
    contextOf(call, signal) {
      const on = (generation: Generation) =>
        new Context(new CallReader(prepared, pools, generations, generation, call, signal), journal, { ...call, budgets }, writing());
      const pinned = generations.pin(schema);
      return pinned instanceof Promise ? pinned.then(on) : on(pinned);
    },
    dataVersion() {
      const nameOf = ({ name, isYoung }: Generation) => (isYoung ? undefined : name);
      const pinned = generations.pin(schema);
      return pinned instanceof Promise ? pinned.then(nameOf) : nameOf(pinned);
    },
    close: () => clearInterval(daily),
  };
}

function refuseLogin(error: { code?: string }): never {
  if (error.code !== "42501") throw error;
  throw new StartError(
    `L'utilisateur de PostgreSQL sous lequel le hub répond ne peut pas prendre le rôle ${readerRole} : faites exécuter par un administrateur « grant ${readerRole}, ${journalRole} to <utilisateur>; ».`,
  );
}
