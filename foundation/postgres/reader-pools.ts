import pg from "pg";
import { readTypes } from "./read-types.ts";

/** A statement that PostgreSQL keeps prepared under its name. */
export interface Statement {
  name: string;
  text: string;
}

interface ReadOptions {
  /** Variables of the session that row policies look at; without any, the statement needs no transaction. */
  session?: Readonly<Record<string, string>> | undefined;
  /** Cancels the statement. */
  signal?: AbortSignal | undefined;
}

/** The connections under which a process serves requests: they can read, and what row policies let them, nothing else. */
export interface ReaderPools {
  /** @param lane whose connections to take: who waits for slow statements of one lane takes none of another. */
  read<Row extends object>(lane: string, statement: Statement, values: unknown[], options?: ReadOptions): Promise<Row[]>;
  /** Whether the database answers within a second. */
  isAnswering(): Promise<boolean>;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** postgresql://… of a login that may take the role. */
  url: string;
  /** The role under which statements run. */
  role: string;
  /** How many connections each lane has; the first answers whether the database does. */
  lanes: Readonly<Record<string, number>>;
  /** Called with each statement, for tests that count them. */
  onStatement?: ((statement: Statement) => void) | undefined;
}

/** A connection that nobody needs is closed. */
const idleTimeoutMillis = 10_000;
const connectionTimeoutMillis = 5_000;
const statementTimeoutMs = 20_000;
/** The server says that a statement took too long; after this it is the connection that says nothing. */
const answerTimeoutMs = statementTimeoutMs + 2_000;
const cancelTimeoutMs = 2_000;

/** Opens the pools; nothing is asked of the server yet. */
export function openReaderPools({ url, role, lanes, onStatement }: PoolOptions): ReaderPools {
  const common = { connectionString: url, idleTimeoutMillis, connectionTimeoutMillis, keepAlive: true, types: readTypes };
  // Compiling a statement takes longer than any of them: PostgreSQL's estimates of what functions give are far too high.
  // So does planning one: keys come as an array or as JSON, and one plan is as good for few of them as for many.
  const options = `-c role=${role} -c default_transaction_read_only=on -c statement_timeout=${statementTimeoutMs} -c timezone=UTC -c jit=off -c plan_cache_mode=force_generic_plan`;
  const pools = new Map(
    Object.entries(lanes).map(([lane, max]) => [
      lane,
      new pg.Pool({ ...common, max, options, query_timeout: answerTimeoutMs, application_name: `cdsf-hub/${lane}` }),
    ]),
  );
  // As the login itself: the reader's role may not cancel what another session runs.
  const canceller = new pg.Pool({ ...common, max: 1, query_timeout: cancelTimeoutMs, application_name: "cdsf-hub/canceller" });
  for (const pool of [...pools.values(), canceller]) {
    pool.on("error", () => {}); // an idle connection that the server closed
    pool.on("connect", (client) => client.on("error", () => {})); // one that breaks under a statement: that fails by itself
  }

  async function read<Row extends object>(
    lane: string,
    statement: Statement,
    values: unknown[],
    { session, signal }: ReadOptions = {},
  ): Promise<Row[]> {
    signal?.throwIfAborted();
    const client = await pools.get(lane)!.connect();
    let broken: Error | undefined;
    let cancelled: Promise<unknown> | undefined;
    const cancel = () => {
      cancelled = canceller.query("select pg_cancel_backend($1)", [(client as unknown as { processID: number }).processID]).catch(() => {});
    };
    try {
      signal?.throwIfAborted();
      signal?.addEventListener("abort", cancel);
      onStatement?.(statement);
      const ask = () => {
        signal?.throwIfAborted(); // while the session was made
        return client.query<Row>({ ...statement, values });
      };
      return (await (session ? inSession(client, session, ask) : ask())).rows;
    } catch (error) {
      if (isConnectionLost(error)) broken = error as Error;
      else if (session) await client.query("rollback").catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      signal?.removeEventListener("abort", cancel);
      await cancelled; // else it could hit the next statement of this connection
      client.release(broken);
    }
  }

  return {
    read,
    async isAnswering() {
      const late = new Promise<false>((resolve) => setTimeout(resolve, 1_000, false).unref());
      const asked = pools
        .get(Object.keys(lanes)[0]!)!
        .query("select 1")
        .then(
          () => true,
          () => false,
        );
      return Promise.race([asked, late]);
    },
    async close() {
      await Promise.all([...pools.values(), canceller].map((pool) => pool.end()));
    },
  };
}

/** In a transaction of its own whose variables end with it; where it fails, the caller rolls back. */
async function inSession<T>(client: pg.PoolClient, session: Readonly<Record<string, string>>, ask: () => Promise<T>): Promise<T> {
  await client.query("begin");
  for (const [name, value] of Object.entries(session)) await client.query("select set_config($1, $2, true)", [name, value]);
  const answer = await ask();
  await client.query("commit");
  return answer;
}

/** PostgreSQL's own errors leave a connection as good as it was, unless they end it (class 57P). */
function isConnectionLost(error: unknown): boolean {
  const { code } = error as { code?: string };
  return !/^[0-9A-Z]{5}$/.test(code ?? "") || /^57P/.test(code!);
}
