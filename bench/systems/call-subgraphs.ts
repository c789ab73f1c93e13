import { readFileSync } from "node:fs";
import { readConfig } from "../../foundation/config.ts";
import { gatewayKeyFile } from "../../foundation/rights/gateway-token.ts";
import { readKey } from "../../foundation/rights/key-file.ts";
import { openData } from "../../foundation/rights/rights.ts";
import { openGatewayKey } from "../../gateway/identity/gateway-key.ts";

/**
 * The hub's supergraph with the URLs of SUBGRAPH_URLS (`name=url,…`, as for the hub), for gateways that take it only where they need not
 * enforce `@requiresScopes`: open data are asked for.
 */
export function openSupergraph(): string {
  const file = new URL("../../schema/supergraph.graphql", import.meta.url);
  let sdl = readFileSync(file, "utf8").replace('requiresScopes/v0.1", for: SECURITY', 'requiresScopes/v0.1"');
  for (const pair of process.env.SUBGRAPH_URLS!.split(",")) {
    const [name, url] = pair.split("=");
    sdl = sdl.replace(`"http://${name}:4000/graphql"`, JSON.stringify(url));
  }
  return sdl;
}

const { dataFolder } = readConfig(process.env);
const { sign } = await openGatewayKey((await readKey(gatewayKeyFile(dataFolder)))!);

/** The header that the hub's calls bring too, signed with the key that the subgraphs made when they started. */
export async function authorizationOf(subgraph: string): Promise<string> {
  return `Bearer ${await sign(subgraph, openData)}`;
}
