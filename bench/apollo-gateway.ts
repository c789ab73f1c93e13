import { readFileSync } from "node:fs";
import { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";

/**
 * `@apollo/gateway` with its defaults behind Apollo Server's own HTTP server, which logs nothing.
 * The hub's supergraph as it is; SUBGRAPH_URLS as for the hub: `name=url,…`.
 */
let supergraphSdl = readFileSync(new URL("../schema/supergraph.graphql", import.meta.url), "utf8");
for (const pair of process.env.SUBGRAPH_URLS!.split(",")) {
  const [name, url] = pair.split("=");
  supergraphSdl = supergraphSdl.replace(`"http://${name}:4000/graphql"`, JSON.stringify(url));
}

const server = new ApolloServer({ gateway: new ApolloGateway({ supergraphSdl }) });
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(process.env.PORT) } });
