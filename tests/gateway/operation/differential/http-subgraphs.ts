import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { graphql } from "graphql";
import { subgraphs } from "./world.ts";

/** In what way a subgraph answers, where it is not the usual one. @param body what it would have answered */
export type Behaviour = (response: ServerResponse, body: string) => void;

const asUsual: Behaviour = (response, body) => void response.writeHead(200, { "content-type": "application/json" }).end(body);

/** The shop's subgraphs over HTTP, each on a free port. Unlike those of the process they validate what they are asked. */
export async function serveSubgraphs(behaviours: Record<string, Behaviour> = {}) {
  const servers = Object.entries(subgraphs).map(([name, schema]) => {
    const behave = behaviours[name] ?? asUsual;
    const server = createServer(async (request, response) => {
      let text = "";
      for await (const part of request.setEncoding("utf8")) text += part;
      const { query, variables } = JSON.parse(text);
      behave(response, JSON.stringify(await graphql({ schema, source: query, variableValues: variables })));
    });
    return { name, server };
  });
  const urls: Record<string, string> = {};
  for (const { name, server } of servers) {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    urls[name] = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  }
  return {
    urls,
    [Symbol.asyncDispose]: async () => {
      for (const { server } of servers) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}
