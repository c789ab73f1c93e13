import { pipeline } from "node:stream/promises";
import type { EntityClass, MikroORM } from "@mikro-orm/postgresql";
import pg from "pg";
import { from } from "pg-copy-streams";
import { TableNames } from "../graph/readings/table-names.ts";
import { readTypes } from "../postgres/read-types.ts";
import { tableOf } from "../tables/table.ts";

/** The tables of one subgraph as their owner writes them, on one connection. */
export interface Writer extends AsyncDisposable {
  names: TableNames;
  /** The properties of the primary key. */
  primaryKey(entity: EntityClass<object>): readonly string[];
  /** Runs a statement with bound parameters (`$1`, `$2`…). */
  sql<Row extends object>(text: string, parameters?: readonly unknown[]): Promise<Row[]>;
  /** Sends rows, in COPY's text format, as fast as the server takes them. @param target a table with its columns */
  copy(target: string, text: Iterable<string>): Promise<void>;
  /** Commits what `work` did, or nothing of it. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/** That the server answers was asked before; it may be busy with another subgraph's files, and so may this process. */
const connectionTimeoutMillis = 30_000;
/** One statement may write a million rows, or wait for an import that does. */
const importTimeoutMs = 10 * 60_000;
/** The server says that a statement took too long; this much after, it is the connection that says nothing. */
const silenceMs = 2_000;
/** A few large statements: room to sort their rows in memory, and none compiled for longer than it runs. */
const settings = "-c work_mem=64MB -c jit=off";

/**
 * Connects as the owner of the tables.
 * @param orm says what they are and where; no connection of it is used
 * @param onStatement called with each statement, for tests that count them
 */
export async function openWriter(orm: MikroORM, onStatement: (text: string) => void = () => {}): Promise<Writer> {
  const place = { url: orm.config.get("clientUrl")!, schema: orm.config.get("schema")! };
  return connectWriter({ ...place, applicationName: orm.config.get("driverOptions")!.application_name }, onStatement);
}

interface Connection {
  /** postgresql://… */
  url: string;
  /** Of the subgraph, in PostgreSQL. */
  schema: string;
  applicationName: string;
  /** Beside those that every writer has. */
  options?: string;
  /** How long one statement may take, in milliseconds. */
  statementTimeoutMs?: number;
}

/** Connects as whoever the URL and the options say. */
export async function connectWriter(
  { url, schema, applicationName, options = "", statementTimeoutMs = importTimeoutMs }: Connection,
  onStatement: (text: string) => void = () => {},
): Promise<Writer> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis,
    statement_timeout: statementTimeoutMs,
    query_timeout: statementTimeoutMs + silenceMs,
    options: `${settings} ${options}`,
    types: readTypes,
    application_name: applicationName,
    keepAlive: true,
  });
  client.on("error", () => {}); // the next statement says it
  await client.connect();
  const writer: Writer = {
    names: new TableNames(schema),
    primaryKey: (entity) => tableOf(entity).columns.flatMap(({ property, isKey }) => (isKey ? [property] : [])),
    async sql<Row extends object>(text: string, parameters: readonly unknown[] = []) {
      onStatement(text);
      return (await client.query<Row>(text, [...parameters])).rows;
    },
    async copy(target, text) {
      const statement = `copy ${target} from stdin`;
      onStatement(statement);
      await pipeline(text, client.query(from(statement)));
    },
    async transaction(work) {
      await writer.sql("begin");
      try {
        const result = await work();
        await writer.sql("commit");
        return result;
      } catch (error) {
        await writer.sql("rollback").catch(() => {});
        throw error;
      }
    },
    [Symbol.asyncDispose]: () => client.end(),
  };
  return writer;
}
