import { pino } from "pino";
import supertest from "supertest";
import { inject } from "vitest";
import { createHub } from "../gateway/hub.ts";
import { createScratchDatabase } from "../subgraphs/scratch-database.ts";

interface Options {
  /** Subgraphs that run apart, by name. */
  urls?: Record<string, string>;
  /** A database to use in place of a fresh copy of the sample. */
  databaseUrl?: string;
  /** How long one call to a subgraph may take. */
  timeoutMs?: number;
}

interface Answer {
  status: number;
  /** The body as it was sent. */
  text: string;
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; source?: string } }[];
}

/** The whole hub on a database of its own, listening on a free port; stop it with `await using` or `close()`. */
export async function startHub({ urls = {}, databaseUrl, timeoutMs }: Options = {}) {
  const database = databaseUrl ? { url: databaseUrl, drop: async () => {} } : await copyOfSample();
  const log: Record<string, any>[] = [];
  const statements: { subgraph: string; sql: string }[] = [];
  const app = await createHub({
    databaseUrl: database.url,
    urls,
    sample: false,
    timeoutMs,
    logger: pino({ level: "info" }, { write: (line: string) => log.push(JSON.parse(line)) }),
    onStatement: (subgraph, sql) => statements.push({ subgraph, sql }),
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });

  async function query(text: string, variables: object = {}): Promise<Answer> {
    const { status, text: body } = await supertest(url).post("/graphql").send({ query: text, variables });
    return { status, text: body, ...JSON.parse(body) };
  }

  async function close(): Promise<void> {
    await app.close();
    await database.drop();
  }

  return {
    url,
    app,
    databaseUrl: database.url,
    /** One object a log line, oldest first. */
    log,
    /** Every SQL statement, oldest first. */
    statements,
    query,
    /** Calls to each subgraph of the last request. */
    lastCalls: (): Record<string, number> => log.findLast((line) => line.msg === "request")?.calls ?? {},
    /** SQL statements by subgraph since the last call of this function. */
    takeStatements(): Record<string, number> {
      const taken = statements.splice(0);
      return Object.fromEntries([...Map.groupBy(taken, ({ subgraph }) => subgraph)].map(([name, list]) => [name, list.length]));
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

export type Hub = Awaited<ReturnType<typeof startHub>>;

/** A database of one's own, with the sample data. */
export function copyOfSample() {
  return createScratchDatabase(inject("serverUrl"), new URL(inject("templateUrl")).pathname.slice(1));
}

/** An empty database of one's own. */
export function emptyDatabase() {
  return createScratchDatabase(inject("serverUrl"));
}
