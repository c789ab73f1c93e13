import DataLoader from "dataloader";
import { type Budgets, defaultBudgets } from "../budgets.ts";
import type { AccessJournal } from "../rights/access-journal.ts";
import { openData, type Rights } from "../rights/rights.ts";
import { Turns } from "../turns.ts";

export type Batch<K, V> = (keys: readonly K[], context: Context) => Promise<readonly (V | Error)[]>;

/** Runs the readings of one subgraph for one call: as the reader, and in the caller's own session where a table has a policy. */
export interface RowReader {
  /** The version that the call pins, with the end of its day: what was read on another may differ. */
  readonly dataVersion: string;
  /** Whether another version was met: the call is to begin again. */
  readonly isStale: boolean;
  /**
   * @param reading one of those that the subgraph lists
   * @throws SOURCE_UNAVAILABLE where it has read another version than that of the call
   */
  rows<Row extends object>(reading: object, values: unknown[]): Promise<Row[]>;
  /** What an open reading has given for a key, to whichever call; undefined: it is not kept. */
  recall(reading: object, key: string): unknown;
  /** Freezes what a reading gives for a key, and keeps it where all may read it. */
  keep(reading: object, key: string, value: unknown): void;
}

/** The client's request that a call belongs to, for the access journal. */
export interface RequestTrace {
  id: string;
  operation?: string | undefined;
}

export interface Call {
  /** Who asks; by default nobody known, who reads open data. */
  rights?: Rights | undefined;
  /** On whose connections; by default on those of his kind of client. */
  lane?: string | undefined;
  request?: RequestTrace | undefined;
  /** What a client may spend; by default what it may where the environment says nothing else. */
  budgets?: Budgets | undefined;
  /** Called with what goes wrong beside the answer. */
  onError?: ((error: unknown) => void) | undefined;
}

/** Where the mutations of one call write. */
export interface Writing {
  /** postgresql://… of a login that may become the writer, if that is let. */
  readonly url: string;
  /** Whether something may have been written: the call is then never begun again. */
  hasBegun: boolean;
  /** Says that data have changed: whoever asks next reads them anew. */
  changed(): void;
}

/** What the resolvers of one call share: who asks, the rows that he may see, and one loader for each batch function. */
export class Context {
  readonly rights: Rights;
  readonly request: RequestTrace;
  readonly budgets: Budgets;
  readonly onError: (error: unknown) => void;
  /** Of its answer. */
  readonly turns = new Turns();

  /** An object, whose flag is seen by all: Apollo Server hands the resolvers a copy of the context. Undefined: nothing is written here. */
  readonly writing: Writing | undefined;

  /** Not `#loaders`, for the same reason. */
  private readonly loaders = new Map<Batch<never, unknown>, DataLoader<never, unknown, string>>();

  constructor(
    readonly rows: RowReader,
    readonly journal: AccessJournal,
    { rights = openData, request = { id: "" }, budgets = defaultBudgets, onError = () => {} }: Call = {},
    writing?: Writing,
  ) {
    this.rights = rights;
    this.request = request;
    this.budgets = budgets;
    this.onError = onError;
    this.writing = writing;
  }

  /** Loads one key; all keys asked for in the same tick, and in turns that are left, reach `batch` at once. Keys are compared as JSON. */
  load<K, V>(batch: Batch<K, V>, key: K): Promise<V> {
    let loader = this.loaders.get(batch as Batch<never, unknown>) as DataLoader<K, V, string> | undefined;
    if (!loader) {
      loader = new DataLoader((keys: readonly K[]) => batch(keys, this), {
        cacheKeyFn: (k) => JSON.stringify(k),
        batchScheduleFn: (dispatch) => this.afterTick(dispatch),
      });
      this.loaders.set(batch as Batch<never, unknown>, loader as unknown as DataLoader<never, unknown, string>);
    }
    return loader.load(key);
  }

  /** After all that follows from what is known now, as DataLoader waits by itself. */
  private afterTick(dispatch: () => void): void {
    Promise.resolve().then(() =>
      process.nextTick(() => (this.turns.areLeft ? this.turns.whenNoneAreLeft(() => this.afterTick(dispatch)) : dispatch())),
    );
  }
}
