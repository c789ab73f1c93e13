import type { FastifyInstance } from "fastify";
import type { Trace } from "../request-context.ts";

declare module "fastify" {
  interface FastifyRequest {
    trace: Trace;
  }
}

/** Of one subgraph in one request: what fails fails often for one reason. */
const maxErrors = 3;

/** A request id on every answer, and one log line for each request of the graph. */
export function registerRequestLog(app: FastifyInstance): void {
  app.decorateRequest("trace");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    const told = new Map<string, number>();
    request.trace = {
      id: request.id,
      calls: new Map(),
      onError(where, cause) {
        const count = (told.get(where) ?? 0) + 1;
        told.set(where, count);
        if (count <= maxErrors) request.log.warn({ where, err: cause }, "error behind an answer");
      },
    };
  });
  app.addHook("onResponse", async (request, reply) => {
    if (request.routeOptions.url !== "/graphql") return;
    const { operation, refused, kept, calls } = request.trace;
    request.log.info(
      {
        operation: operation?.slice(0, 100),
        caller: request.rights?.client ?? null,
        ...(refused && { refused }),
        ...(kept && { kept }),
        client: String(request.headers["apollographql-client-name"] ?? request.headers["user-agent"] ?? "").slice(0, 100),
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime),
        calls: Object.fromEntries(calls),
      },
      "request",
    );
  });
}
