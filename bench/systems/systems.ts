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

/** The systems on one database. The seven subgraphs apart, each in its process, serve all gateways that call them. */
export async function startSystems(databaseUrl: string): Promise<System[]> {
  const database = { DATABASE_URL: databaseUrl };
  const apart: Running[] = [];
  for (const { name } of subgraphs) apart.push(await Running.hub("commands/subgraph.ts", database, [name]));
  const urls = { ...database, SUBGRAPH_URLS: subgraphs.map(({ name }, index) => `${name}=${apart[index]!.url}`).join(",") };
  const hub = (environment: Record<string, string>) => Running.hub("commands/start.ts", { ...database, ...environment });
  return [
    { name: names.hub, gateway: await hub({}), subgraphs: [] },
    { name: names.rowsShared, gateway: await hub({ KEPT_ANSWERS_BYTES: nothing }), subgraphs: [] },
    { name: names.nothingKept, gateway: await hub({ KEPT_ANSWERS_BYTES: nothing, SHARED_ROWS_BYTES: nothing }), subgraphs: [] },
    { name: names.apart, gateway: await hub(urls), subgraphs: apart },
    { name: names.hive, gateway: await Running.own("hive-gateway.ts", urls), subgraphs: apart },
    { name: names.sql, gateway: await Running.own("sql-endpoint.ts", database), subgraphs: [] },
    { name: names.apollo, gateway: await Running.own("apollo-gateway.ts", urls), subgraphs: apart },
  ];
}
