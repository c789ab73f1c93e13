import { on } from "node:events";
import type { Profiler } from "node:inspector";
import type { Loader } from "../load/loader.ts";
import type { Operation } from "../load/operations.ts";
import { Running } from "../systems/running.ts";
import { type Bounds, warmUps } from "./measure.ts";

export interface Share {
  where: string;
  percent: number;
}

/** What each part does, by where its code stands; the first that matches. A function of Node's counts for the code that calls it. */
const parts: readonly [RegExp, string][] = [
  [/node_modules\/@graphql-hive\//, "gateway: planner"],
  [/\/gateway\/operation\/write\//, "gateway: writing JSON"],
  [/\/gateway\/operation\/plan\//, "gateway: calls and merging"],
  [/\/gateway\/operation\//, "gateway: preparing, charging, kept answers"],
  [/\/gateway\//, "gateway: HTTP, who asks, sources"],
  [/\/foundation\/graph\/(generations|readings)\//, "subgraphs: readings, rows kept"],
  [/\/foundation\/graph\//, "subgraphs: compiled documents, contexts"],
  [/node_modules\/graphql-jit\//, "subgraphs: compiled documents, contexts"],
  [/\/(subgraphs|foundation)\//, "subgraphs: resolvers"],
  [/node_modules\/graphql\//, "graphql-js"],
  [/node_modules\/(type-graphql|@apollo|class-validator)\//, "subgraphs: type-graphql, Apollo Server"],
  [/node_modules\/(pg|pg-[a-z-]+|postgres-[a-z]+|kysely)\//, "subgraphs: pg"],
  [/node_modules\/dataloader\//, "subgraphs: dataloader"],
  [/node_modules\/(fastify|avvio|find-my-way|light-my-request|pino|sonic-boom|@fastify|fast-[a-z-]+)\//, "HTTP and log: fastify, pino"],
];

/** Where the hub in process spends its CPU on an operation: shares of the time it is not idle, largest first. */
export async function profileHub(
  environment: Record<string, string>,
  operation: Operation,
  loader: Loader,
  { seconds, connections }: Bounds,
): Promise<Share[]> {
  const profiler = new URL("../systems/profiler.ts", import.meta.url).href;
  const hub = await Running.hub("commands/start.ts", environment, [], ["--import", profiler]);
  try {
    const load = { system: "profile", url: hub.url, operation, connections, seconds };
    for (let warmUp = 0; warmUp < warmUps; warmUp++) await loader.run(load);
    await ask(hub, "start");
    await loader.run(load);
    return sharesOf((await ask(hub, "stop")) as Profiler.Profile);
  } finally {
    await hub.stop();
  }
}

/** What is no object is the hub's own message: it is ready. */
async function ask({ child }: Running, order: "start" | "stop"): Promise<unknown> {
  child.send(order);
  for await (const [answer] of on(child, "message")) if (typeof answer === "object") return answer;
}

const notCounted = "idle, or the profiler itself";

function sharesOf({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Share[] {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const partOf = (id: number): string => {
    const { functionName, url } = byId.get(id)!.callFrame;
    if (functionName === "(idle)" || url === "node:inspector") return notCounted;
    if (functionName === "(garbage collector)") return "garbage collection";
    const parent = parents.get(id);
    return (
      parts.find(([pattern]) => pattern.test(url))?.[1] ??
      (parent === undefined ? "Node itself: sockets, timers, promises" : partOf(parent))
    );
  };
  const times = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const part = partOf(id);
    times.set(part, (times.get(part) ?? 0) + timeDeltas[index]!);
  }
  times.delete(notCounted);
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  return [...times].map(([where, time]) => ({ where, percent: (time / total) * 100 })).sort((a, b) => b.percent - a.percent);
}
