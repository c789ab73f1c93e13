import { readFile } from "node:fs/promises";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import { isAnswering, migrate, openOrm } from "../subgraphs/database.ts";
import { executeInProcess } from "../subgraphs/execute.ts";
import { loadSample } from "../subgraphs/sample.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { registerExplorer } from "./explorer.ts";
import { createGateway } from "./gateway.ts";
import { limits } from "./limits.ts";
import { createServer } from "./server.ts";
import type { Executor } from "./subgraph-calls.ts";

export interface HubOptions {
  /** postgresql://… for the subgraphs of this process; undefined where all run apart. */
  databaseUrl: string | undefined;
  /** Subgraphs that run apart, by name. */
  urls: Record<string, string>;
  /** Whether to load the sample files that are not loaded yet. */
  sample: boolean;
  logger: FastifyBaseLogger;
  progress?: (file: string, done: number) => void;
  /** Called with each SQL statement, for tests that count them. */
  onStatement?: (subgraph: string, sql: string) => void;
  /** How long one call to a subgraph may take, in milliseconds, in place of the limit. */
  timeoutMs?: number;
}

/** The subgraphs of this process, migrated and loaded, behind the gateway. Not listening yet. */
export async function createHub(options: HubOptions): Promise<FastifyInstance> {
  const executors: Record<string, Executor> = {};
  const orms: MikroORM[] = [];
  for (const { name, load } of subgraphs) {
    if (options.urls[name] || !options.databaseUrl) continue;
    const subgraph = await load();
    const orm = await openOrm(subgraph, options.databaseUrl, options.onStatement && ((sql) => options.onStatement!(name, sql)));
    orms.push(orm);
    await migrate(orm);
    if (options.sample) await loadSample(subgraph, orm, options.progress ?? (() => {}));
    executors[name] = (call) => executeInProcess(subgraph, orm, call);
  }
  const gateway = createGateway({
    supergraph: await readFile(new URL("../schema/supergraph.graphql", import.meta.url), "utf8"),
    executors,
    urls: options.urls,
    partners: Object.fromEntries(subgraphs.map(({ name, partner }) => [name, partner])),
    ...limits,
    ...(options.timeoutMs && { timeoutMs: options.timeoutMs }),
  });
  const app = createServer({
    gateway,
    logger: options.logger,
    maxBodyBytes: limits.maxBodyBytes,
    isReady: async () => (await Promise.all(orms.slice(0, 1).map((orm) => isAnswering(orm.em)))).every(Boolean),
  });
  registerExplorer(app);
  app.addHook("onClose", async () => {
    await gateway[Symbol.asyncDispose]();
    await Promise.all(orms.map((orm) => orm.close(true)));
  });
  return app;
}
