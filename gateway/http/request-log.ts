import type { FastifyInstance } from "fastify";
import type { Trace } from "../request-context.ts";

declare module "fastify" {
  interface FastifyRequest {
    trace: Trace;
  }
}

/** A request id on every answer, and one log line for each request of the graph. */
export function registerRequestLog(app: FastifyInstance): void {
  app.decorateRequest("trace");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    request.trace = {
      id: request.id,
      calls: new Map(),
      onError: (where, cause) => request.log.warn({ where, cause: (cause as Error)?.message }, "error behind an answer"),
    };
  });
  app.addHook("onResponse", async (request, reply) => {
    if (request.routeOptions.url !== "/graphql") return;
    const { operation, refused, calls } = request.trace;
    request.log.info(
      {
        operation: operation?.slice(0, 100),
        caller: request.rights?.client ?? null,
        ...(refused && { refused }),
        client: String(request.headers["apollographql-client-name"] ?? request.headers["user-agent"] ?? "").slice(0, 100),
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime),
        calls: Object.fromEntries(calls),
      },
      "request",
    );
  });
}
