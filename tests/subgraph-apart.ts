import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { createLocalJWKSet } from "jose";
import { pino } from "pino";
import { openReaderDatabase, openSubgraph } from "../foundation/graph/open-subgraph.ts";
import { createSubgraphServer } from "../foundation/graph/subgraph-server.ts";
import { createCallVerifier } from "../foundation/rights/gateway-token.ts";
import { listed } from "../subgraphs/subgraphs.ts";
import { gatewayJwks } from "./gateway-key.ts";

const keys = createLocalJWKSet(gatewayJwks);

/** One subgraph with its own Apollo Server, as a partner hosts it; it comes back on the port it had. */
export async function startApart(name: string, databaseUrl: string) {
  const subgraph = await listed(name).load();
  let port = 0;
  let server: FastifyInstance | undefined;

  async function start(): Promise<void> {
    const database = openReaderDatabase(databaseUrl, { versions: { trustMs: 0 } });
    const opened = await openSubgraph(subgraph, database, {
      journalMonths: 12,
      onJournalFailure: (cause) => {
        throw cause;
      },
    });
    server = await createSubgraphServer(opened, pino({ level: "silent" }), createCallVerifier(name, keys));
    server.addHook("onClose", () => database.close());
    await server.listen({ host: "127.0.0.1", port });
    port = (server.server.address() as AddressInfo).port;
  }

  async function stop(): Promise<void> {
    await server?.close();
    server = undefined;
  }

  await start();
  return { name, url: `http://127.0.0.1:${port}/graphql`, start, stop };
}

export type Apart = Awaited<ReturnType<typeof startApart>>;
