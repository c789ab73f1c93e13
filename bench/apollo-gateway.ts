import { readFileSync } from "node:fs";
import { ApolloGateway, RemoteGraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { startStandaloneServer } from "@apollo/server/standalone";
import { readConfig } from "../foundation/config.ts";
import { gatewayKeyFile } from "../foundation/rights/gateway-token.ts";
import { readKey } from "../foundation/rights/key-file.ts";
import { openData } from "../foundation/rights/rights.ts";
import { openGatewayKey } from "../gateway/identity/gateway-key.ts";

/**
 * `@apollo/gateway` with its defaults behind Apollo Server's own HTTP server, which logs nothing. Its calls bring the
 * token that the hub's bring, signed with the key that the subgraphs made when they started.
 * The hub's supergraph, which it takes only where it need not enforce `@requiresScopes`: open data are asked for.
 * SUBGRAPH_URLS as for the hub: `name=url,…`.
 */
let supergraphSdl = readFileSync(new URL("../schema/supergraph.graphql", import.meta.url), "utf8").replace(
  'requiresScopes/v0.1", for: SECURITY',
  'requiresScopes/v0.1"',
);
for (const pair of process.env.SUBGRAPH_URLS!.split(",")) {
  const [name, url] = pair.split("=");
  supergraphSdl = supergraphSdl.replace(`"http://${name}:4000/graphql"`, JSON.stringify(url));
}

const { dataFolder } = readConfig(process.env);
const { sign } = await openGatewayKey((await readKey(gatewayKeyFile(dataFolder)))!);

class SignedDataSource extends RemoteGraphQLDataSource {
  readonly #name: string;

  constructor(name: string, url: string) {
    super({ url });
    this.#name = name;
  }

  override async willSendRequest({ request }: Parameters<NonNullable<RemoteGraphQLDataSource["willSendRequest"]>>[0]) {
    request.http?.headers.set("authorization", `Bearer ${await sign(this.#name, openData)}`);
  }
}

const server = new ApolloServer({
  gateway: new ApolloGateway({ supergraphSdl, buildService: ({ name, url }) => new SignedDataSource(name, url!) }),
});
await startStandaloneServer(server, { listen: { host: "127.0.0.1", port: Number(process.env.PORT) } });
