import { subgraphs } from "../../subgraphs/subgraphs.ts";
import { Running } from "./running.ts";

/** How results and bars name them. */
export const names = {
  hub: "hub in process",
  rowsShared: "hub, answers not kept",
  nothingKept: "hub, neither answers nor rows kept",
  apart: "hub, subgraphs apart",
  hive: "Hive runtime, same planner, subgraphs apart",
  apollo: "@apollo/gateway, subgraphs apart",
  sql: "one SQL statement by hand",
} as const;

export interface System {
  name: (typeof names)[keyof typeof names];
  gateway: Running;
  /** The subgraphs that run apart. */
  subgraphs: Running[];
}

/** In bytes: nothing is as small. */
const nothing = "1";

/** The systems on one database. The eight subgraphs apart, each in its process, serve all gateways that call them. */
export async function startSystems(databaseUrl: string): Promise<System[]> {
  const database = { DATABASE_URL: databaseUrl };
  const apart = await Promise.all(subgraphs.map(({ name }) => Running.hub("commands/subgraph.ts", database, [name])));
  const urls = { ...database, SUBGRAPH_URLS: subgraphs.map(({ name }, index) => `${name}=${apart[index]!.url}`).join(",") };
  const hub = (environment: Record<string, string>) => Running.hub("commands/start.ts", { ...database, ...environment });
  const system = async (name: System["name"], gateway: Promise<Running>, own: Running[] = []): Promise<System> => ({
    name,
    gateway: await gateway,
    subgraphs: own,
  });
  return Promise.all([
    system(names.hub, hub({})),
    system(names.rowsShared, hub({ KEPT_ANSWERS_BYTES: nothing })),
    system(names.nothingKept, hub({ KEPT_ANSWERS_BYTES: nothing, SHARED_ROWS_BYTES: nothing })),
    system(names.apart, hub(urls), apart),
    system(names.hive, Running.own("hive-gateway.ts", urls), apart),
    system(names.sql, Running.own("sql-endpoint.ts", database)),
    system(names.apollo, Running.own("apollo-gateway.ts", urls), apart),
  ]);
}
