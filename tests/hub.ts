import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import supertest from "supertest";
import { inject } from "vitest";
import { readConfig } from "../foundation/config.ts";
import { prepareDatabase } from "../foundation/imports/sample.ts";
import { createLogger } from "../foundation/logger.ts";
import { createScratchDatabase } from "../foundation/postgres/scratch-database.ts";
import { readKey } from "../foundation/rights/key-file.ts";
import { createHub, type HubOptions } from "../gateway/hub.ts";
import type { TokenIssuer } from "../gateway/identity/access-token.ts";
import { clientKeyFile } from "../gateway/identity/client-key.ts";
import type { IssuerClient } from "../gateway/identity/development-issuer.ts";
import { requestToken } from "../foundation/rights/request-token.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { gatewayKey } from "./gateway-key.ts";

interface Options {
  /** Subgraphs that run apart, by name. */
  urls?: Record<string, string>;
  /** A database to use in place of a fresh copy of the sample. */
  databaseUrl?: string;
  /** Under which requests are served. */
  readerDatabaseUrl?: string;
  /** Fills the database before the hub opens it. */
  prepare?: (databaseUrl: string) => Promise<void>;
  /** Issuers of access tokens, beside the development issuer. */
  issuers?: TokenIssuer[];
  /** Clients of the development issuer; by default those of the register. */
  clients?: IssuerClient[];
  /** In place of those of the configuration. */
  limits?: Partial<HubOptions["limits"]>;
  identify?: HubOptions["identify"];
  openIntrospection?: boolean;
  redisUrl?: string;
  corsOrigins?: string[];
  trustedProxies?: string[];
  /** How long it believes a data version, in milliseconds; by default it asks for each call, so that what a test imports is seen at once. */
  trustMs?: number;
}

interface Answer {
  status: number;
  /** The body as it was sent. */
  text: string;
  data: any;
  extensions?: { cost: { requested: number; actual: number; remaining: number } };
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; source?: string; scope?: string; departments?: string[]; allowed?: number; requestId?: string };
  }[];
}

/** The whole hub on a database of its own, listening on a free port; stop it with `await using` or `close()`. */
export async function startHub({
  urls = {},
  databaseUrl,
  readerDatabaseUrl,
  limits,
  identify,
  openIntrospection = true,
  redisUrl,
  corsOrigins,
  trustedProxies,
  issuers = [],
  clients,
  prepare,
  trustMs = 0,
}: Options = {}) {
  const database = databaseUrl ? { url: databaseUrl, drop: async () => {} } : await copyOfSample();
  await prepare?.(database.url);
  const log: Record<string, any>[] = [];
  const statements: { name: string; subgraph: string; sql: string }[] = [];
  let questions = 0;
  const config = readConfig({});
  const dataFolder = await mkdtemp(join(tmpdir(), "hub-data-"));
  const app = await createHub({
    databaseUrl: database.url,
    readerDatabaseUrl,
    urls,
    journalMonths: config.journalMonths,
    dataFolder,
    gatewayKey,
    developmentIssuer: { issuer: "http://localhost/issuer", ...(clients && { clients }) },
    tokens: { issuers, audience: "cdsf-hub", maxSeconds: 3600 },
    limits: { ...config.limits, budgetAnonymous: 1_000_000_000, ...limits },
    identify,
    openIntrospection,
    redisUrl,
    corsOrigins,
    trustedProxies,
    logger: createLogger({ logLevel: "info" }, { write: (line: string) => log.push(JSON.parse(line)) }),
    versions: { trustMs, onAsk: () => questions++ },
    onStatement: ({ name, text }) => statements.push({ name, subgraph: name.split(".")[0]!, sql: text }),
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });

  /** A token of the development issuer, with all the client's scopes unless `scope` says which. */
  async function token(client: string, scope?: string): Promise<string> {
    const key = await readKey(clientKeyFile(dataFolder, client));
    return requestToken({ issuer: `${url}/issuer`, client, key: key!, scope });
  }

  const tokens = new Map<string, Promise<string>>();

  /** @param from the client that asks, with a token; or the headers to send */
  async function query(text: string, variables: object = {}, from: string | Record<string, string> = {}): Promise<Answer> {
    if (typeof from === "string" && from !== "anonymous") tokens.set(from, tokens.get(from) ?? token(from));
    const known = typeof from === "string" ? await tokens.get(from) : undefined;
    const headers = typeof from === "string" ? (known ? { authorization: `Bearer ${known}` } : {}) : from;
    const { status, text: body } = await supertest(url).post("/graphql").set(headers).send({ query: text, variables });
    return { status, text: body, ...JSON.parse(body) };
  }

  async function close(): Promise<void> {
    await app.close();
    await database.drop();
    await rm(dataFolder, { recursive: true, force: true });
  }

  return {
    url,
    app,
    databaseUrl: database.url,
    /** Where its keys are. */
    dataFolder,
    token,
    /** One object a log line, oldest first. */
    log,
    /** Every SQL statement of a reading, oldest first. */
    statements,
    /** How many times it asked which version the data have. */
    questions: () => questions,
    query,
    /** Calls to each subgraph of the last request. */
    lastCalls: (): Record<string, number> => log.findLast((line) => line.msg === "request")?.calls ?? {},
    /** SQL statements by subgraph since the last call of this function. */
    takeStatements(): Record<string, number> {
      const taken = statements.splice(0);
      return Object.fromEntries([...Map.groupBy(taken, ({ subgraph }) => subgraph)].map(([name, list]) => [name, list.length]));
    },
    /** Changes the version of all data: what was read is read again. */
    async growCold(): Promise<void> {
      const owner = new pg.Client({ connectionString: database.url });
      await owner.connect();
      await owner.query("update cdsf_hub.data_version set version = version + 1");
      await owner.end();
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

/** A database of one's own with every table, and no row. */
export async function migratedDatabase() {
  const database = await emptyDatabase();
  for (const { load } of subgraphs) await prepareDatabase({ subgraph: await load(), datasets: [], databaseUrl: database.url, parts: [] });
  return database;
}
