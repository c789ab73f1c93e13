import pg from "pg";
import { versionChannel, versionTable } from "../../tables/data-version.ts";

/** Which version the data of each subgraph have, on the server that rows are read from. */
export interface Versions {
  /**
   * That of a subgraph: at once where the server was asked within `trustMs`, else when it has answered.
   * @param schema of the subgraph
   */
  current(schema: string): string | Promise<string>;
  /** What is known is not believed any more: a statement has read another version. */
  doubt(): void;
  close(): Promise<void>;
}

export interface VersionsOptions {
  /** postgresql://… of a login that may take the role. */
  url: string;
  role: string;
  /** How long an answer of the server is believed, in milliseconds; 0: each call asks. */
  trustMs?: number | undefined;
  /** Called each time the server is asked, for tests that count it. */
  onAsk?: (() => void) | undefined;
}

/** A process of which nothing is asked does not ask either. */
const idleMs = 5_000;
const connectionTimeoutMillis = 5_000;
const answerTimeoutMs = 2_000;
const longestDelayMs = 5_000;

/**
 * Opens them; nothing is asked of the server yet. One connection asks for all subgraphs, and listens where the server lets it: a hot standby
 * refuses. A notification says no more than that it is time to ask. While requests come, it is asked before what is known is too old, so
 * that they do not wait.
 */
export function openVersions({ url, role, trustMs = 500, onAsk = () => {} }: VersionsOptions): Versions {
  let known = new Map<string, string>();
  /** When the question was put to which `known` is the answer; all instants are those of `performance.now`. */
  let knownAt = Number.NEGATIVE_INFINITY;
  let doubtedAt = Number.NEGATIVE_INFINITY;
  let wantedAt = Number.NEGATIVE_INFINITY;
  let asking: { at: number; answer: Promise<void> } | undefined;
  let next: Promise<void> | undefined;
  let connecting: Promise<pg.Client> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let delayMs = trustMs / 2;
  let closed = false;

  const isBelieved = (at: number) => at > doubtedAt && performance.now() - at < trustMs;
  const isWanted = () => !closed && trustMs > 0 && performance.now() - wantedAt < idleMs;
  const inBackground = () => void confirm().catch(() => {}); // who waits for it is told

  function connection(): Promise<pg.Client> {
    if (connecting) return connecting;
    const client = new pg.Client({
      connectionString: url,
      options: `-c role=${role} -c default_transaction_read_only=on`,
      connectionTimeoutMillis,
      query_timeout: answerTimeoutMs,
      keepAlive: true,
      application_name: "cdsf-hub/versions",
    });
    const opened = listen(client).catch((error) => {
      client.end().catch(() => {});
      throw error;
    });
    client.on("error", () => {}); // its end follows
    client.once("end", () => {
      if (connecting === opened) connecting = undefined;
    });
    connecting = opened;
    return opened;
  }

  async function listen(client: pg.Client): Promise<pg.Client> {
    client.on("notification", () => {
      doubt();
      if (isWanted()) inBackground();
    });
    await client.connect();
    await client.query(`listen ${versionChannel}`).catch((error: { code?: string }) => {
      if (error.code !== hotStandby) throw error;
    });
    return client;
  }

  async function ask(): Promise<void> {
    const at = performance.now();
    let client: pg.Client | undefined;
    try {
      client = await connection();
      onAsk();
      const { rows } = await client.query<{ subgraph: string; version: string }>(question);
      delayMs = trustMs / 2;
      knownAt = at;
      known = new Map(rows.map(({ subgraph, version }) => [subgraph, version]));
    } catch (error) {
      connecting = undefined; // a connection that was silent would answer the next question with this one's
      client?.end().catch(() => {});
      delayMs = Math.min(Math.max(delayMs, 1) * 2, longestDelayMs);
      throw error;
    } finally {
      clearTimeout(timer);
      if (isWanted()) timer = setTimeout(inBackground, delayMs).unref();
    }
  }

  /** Waits for the question that is being put, where it is young enough, else for the next: they are put one after another. */
  function confirm(): Promise<void> {
    if (asking && isBelieved(asking.at)) return asking.answer;
    next ??= Promise.resolve(asking?.answer)
      .catch(() => {}) // who waits for it is told
      .then(() => {
        next = undefined;
        const answer = ask().finally(() => (asking = undefined));
        asking = { at: performance.now(), answer };
        return answer;
      });
    return next;
  }

  function doubt(): void {
    doubtedAt = performance.now();
  }

  function versionOf(schema: string): string {
    const version = known.get(schema);
    if (version === undefined) throw new Error(`the data of ${schema} have no version: its tables are not migrated`);
    return version;
  }

  return {
    current(schema) {
      wantedAt = performance.now();
      return isBelieved(knownAt) ? versionOf(schema) : confirm().then(() => versionOf(schema));
    },
    doubt,
    async close() {
      closed = true;
      clearTimeout(timer);
      const client = await connecting?.catch(() => undefined);
      await client?.end();
    },
  };
}

const question = { name: "versions", text: `select subgraph, version from ${versionTable}` };

/** "cannot execute LISTEN during recovery" */
const hotStandby = "25006";
