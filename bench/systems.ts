import { subgraphs } from "../subgraphs/subgraphs.ts";
import { Running } from "./running.ts";

export interface System {
  name: string;
  gateway: Running;
  /** The subgraphs that run apart. */
  subgraphs: Running[];
}

/** The three systems on one database. The seven subgraphs apart, each in its process, serve both gateways that call them. */
export async function startSystems(databaseUrl: string): Promise<System[]> {
  const apart = await Promise.all(
    subgraphs.map(({ name }) => Running.start("commands/subgraph.ts", [name], { DATABASE_URL: databaseUrl })),
  );
  const urls = subgraphs.map(({ name }, index) => `${name}=${apart[index]!.url}`).join(",");
  const environment = { DATABASE_URL: databaseUrl, SUBGRAPH_URLS: urls };
  return [
    { name: "hub in process", gateway: await Running.start("commands/start.ts", [], { DATABASE_URL: databaseUrl }), subgraphs: [] },
    { name: "hub, subgraphs apart", gateway: await Running.start("commands/start.ts", [], environment), subgraphs: apart },
    { name: "@apollo/gateway", gateway: await Running.start("bench/apollo-gateway.ts", [], environment), subgraphs: apart },
  ];
}
