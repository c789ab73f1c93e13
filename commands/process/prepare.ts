import { fork } from "node:child_process";
import { once } from "node:events";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { labelOf, missingFiles, type SamplePart } from "../../foundation/imports/sample-files.ts";
import { StartError } from "../../foundation/start-error.ts";
import { isMigrated } from "../../foundation/tables/is-migrated.ts";
import type { Progress } from "../../foundation/imports/sample.ts";
import type { Tables } from "../../foundation/tables/tables.ts";

interface Preparation {
  /** Of the subgraphs that this process serves. */
  tables: readonly Tables[];
  /** postgresql://… of the owner of the tables. */
  databaseUrl: string;
  /** Of which the sample files that are not loaded yet are loaded. */
  parts: readonly SamplePart[];
  /** Aborted where it is not wanted any more: what is half written is undone. */
  stopping: AbortSignal;
  progress: Progress;
}

/** What the child is to do. */
export interface Work extends Pick<Preparation, "databaseUrl" | "parts"> {
  /** Of subgraphs. */
  names: string[];
}

/** What the child says. */
export type Said =
  | "done"
  | { file: string; done: Parameters<Progress>[1] }
  | { refusal: string }
  | { fault: string; stack: string | undefined };

/**
 * Brings a base up to date where it is not: tables, roles, journals, sample files. That is the work of a process of its own, for it takes
 * memory and libraries that nothing needs afterwards.
 * @throws StartError with what the child cannot do, and what to mend
 */
export async function prepare({ tables, databaseUrl, parts, stopping, progress }: Preparation): Promise<void> {
  const names = await outOfDate(tables, databaseUrl, parts);
  if (names.length === 0) return;
  stopping.throwIfAborted();
  const program = fileURLToPath(new URL(`preparer${extname(import.meta.url)}`, import.meta.url));
  const child = fork(program, { execArgv: process.execArgv.filter((flag) => !flag.startsWith("--max-old-space-size")) });
  const stop = () => child.kill("SIGKILL");
  stopping.addEventListener("abort", stop);
  let said: Said | undefined;
  child.on("message", (message: Said) => {
    said = message;
    if (typeof said === "object" && "file" in said) progress(said.file, said.done);
    else child.disconnect();
  });
  child.send({ names, databaseUrl, parts } satisfies Work);
  const [code, signal] = await once(child, "exit");
  stopping.removeEventListener("abort", stop);
  stopping.throwIfAborted();
  if (said === "done") return;
  if (said && "refusal" in said) throw new StartError(said.refusal);
  if (said && "fault" in said) throw Object.assign(new Error(said.fault), { stack: said.stack });
  throw new StartError(
    `La préparation de la base s'est arrêtée (${signal ? `signal ${signal}` : `code de sortie ${code}`}) : recommencez, rien n'est perdu.`,
  );
}

/** Labels of the sample files that are still to be loaded, where all tables are there. */
export function filesToLoad(tables: readonly Tables[], databaseUrl: string, parts: readonly SamplePart[]): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const missing: string[] = [];
    for (const { name } of tables) missing.push(...(await missingFiles(client, name, parts)).map(labelOf));
    return missing;
  });
}

/** Names of the subgraphs that need it. */
function outOfDate(tables: readonly Tables[], databaseUrl: string, parts: readonly SamplePart[]): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const names: string[] = [];
    for (const subgraph of tables)
      if (!(await isMigrated(client, subgraph)) || (await missingFiles(client, subgraph.name, parts)).length > 0) names.push(subgraph.name);
    return names;
  });
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000, query_timeout: 20_000 });
  client.on("error", () => {}); // the next statement says it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
