import { createServer } from "node:http";
import { createGatewayRuntime } from "@graphql-hive/gateway-runtime";
import { unifiedGraphHandler } from "@graphql-hive/router-runtime";
import http from "@graphql-mesh/transport-http";
import { authorizationOf, openSupergraph } from "./call-subgraphs.ts";

type SubgraphOptions = Parameters<typeof http.getSubgraphExecutor>[0];
type Call = Parameters<ReturnType<typeof http.getSubgraphExecutor>>[0];

/** Its HTTP transport, whose calls bring the gateway's token; no two requests share an answer. */
const signedTransport = {
  getSubgraphExecutor(options: SubgraphOptions) {
    const transportEntry = { ...options.transportEntry, options: { deduplicateInflightRequests: false } };
    const execute = http.getSubgraphExecutor({ ...options, transportEntry });
    return async (call: Call) => {
      const headers = { authorization: await authorizationOf(options.subgraphName) };
      return execute({ ...call, extensions: { ...call.extensions, headers } });
    };
  },
};

/** The Hive runtime with the planner that the hub has, behind Yoga on Node's HTTP server. */
const runtime = createGatewayRuntime({
  supergraph: openSupergraph(),
  unifiedGraphHandler,
  transports: { http: signedTransport } as never,
  maskedErrors: false,
  logging: false,
  landingPage: false,
  graphiql: false,
});
createServer(runtime).listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit()); // else it stays
