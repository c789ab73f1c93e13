import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { type Budgets, defaultBudgets } from "../budgets.ts";
import type { AccessJournal } from "../rights/access-journal.ts";
import { openData, type Rights } from "../rights/rights.ts";

export type Batch<K, V> = (keys: readonly K[], context: Context) => Promise<readonly V[]>;

/** The client's request that a call belongs to, for the access journal. */
export interface RequestTrace {
  id: string;
  operation?: string | undefined;
}

export interface Call {
  /** Who asks; by default nobody known, who reads open data. */
  rights?: Rights | undefined;
  request?: RequestTrace | undefined;
  journal?: AccessJournal | undefined;
  /** What a client may spend; by default what it may where the environment says nothing else. */
  budgets?: Budgets | undefined;
  /** Called with what goes wrong beside the answer. */
  onError?: ((error: unknown) => void) | undefined;
}

/** What the resolvers of one call share: who asks, one EntityManager that sees what he may, and one loader for each batch function. */
export class Context {
  readonly rights: Rights;
  readonly request: RequestTrace;
  readonly journal: AccessJournal | undefined;
  readonly budgets: Budgets;
  readonly onError: (error: unknown) => void;

  /** Not `#loaders`: Apollo Server hands the resolvers a copy of the context. */
  private readonly loaders = new Map<Batch<never, unknown>, DataLoader<never, unknown, string>>();

  constructor(
    readonly em: EntityManager,
    { rights = openData, request = { id: "" }, journal, budgets = defaultBudgets, onError = () => {} }: Call = {},
  ) {
    this.rights = rights;
    this.request = request;
    this.journal = journal;
    this.budgets = budgets;
    this.onError = onError;
  }

  /** Loads one key; all keys asked for in the same tick reach `batch` at once. Keys are compared as JSON. */
  load<K, V>(batch: Batch<K, V>, key: K): Promise<V> {
    let loader = this.loaders.get(batch as Batch<never, unknown>) as DataLoader<K, V, string> | undefined;
    if (!loader) {
      loader = new DataLoader((keys: readonly K[]) => batch(keys, this), {
        cacheKeyFn: (k) => JSON.stringify(k),
      });
      this.loaders.set(batch as Batch<never, unknown>, loader as unknown as DataLoader<never, unknown, string>);
    }
    return loader.load(key);
  }
}

/**
 * Makes a batch function for single-column lookups: rows are matched to keys by `keyOf`.
 * @returns for each key its row, or null.
 */
export function byKey<K, V>(find: (keys: K[], context: Context) => Promise<V[]>, keyOf: (row: V) => K): Batch<K, V | null> {
  return async (keys, context) => {
    const rows = new Map((await find([...keys], context)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  };
}

/**
 * Makes a batch function for one-to-many lookups: rows are grouped by `keyOf`, in the order they were found.
 * @returns for each key its rows, an empty list where there are none.
 */
export function groupedBy<K, V>(find: (keys: K[], context: Context) => Promise<V[]>, keyOf: (row: V) => K): Batch<K, V[]> {
  return async (keys, context) => {
    const groups = Map.groupBy(await find([...keys], context), keyOf);
    return keys.map((key) => groups.get(key) ?? []);
  };
}
