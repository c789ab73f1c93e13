import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { type ErrorCode, messageOf } from "../subgraphs/errors.ts";
import type { Gateway } from "./gateway.ts";
import type { RequestContext, Trace } from "./subgraph-calls.ts";

export interface ServerOptions {
  gateway: Gateway;
  logger: FastifyBaseLogger;
  maxBodyBytes: number;
  /** Whether what the answers need is there. Takes at most a second. */
  isReady: () => Promise<boolean>;
}

declare module "fastify" {
  interface FastifyRequest {
    trace: Trace;
  }
}

/** The runtime's listener takes the context of the request as a third argument, which its type leaves out. */
type RequestListener = (request: object, response: object, context: RequestContext) => Promise<void>;

/** GraphQL over HTTP, one request at a time. */
const requestBody = {
  type: "object",
  required: ["query"],
  properties: {
    query: { type: "string" },
    variables: { type: ["object", "null"] },
    operationName: { type: ["string", "null"] },
  },
} as const;

/** HTTP in front of the gateway: `POST /graphql` with JSON, health, one log line a request. */
export function createServer({ gateway, logger, maxBodyBytes, isReady }: ServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: true,
    forceCloseConnections: "idle",
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  app.decorateRequest("trace");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-request-id", request.id);
    request.trace = {
      calls: new Map(),
      onError: (where, cause) => request.log.warn({ where, cause: (cause as Error)?.message }, "error behind an answer"),
    };
  });
  app.addHook("onResponse", async (request, reply) => {
    if (request.routeOptions.url !== "/graphql") return;
    const { operation, calls } = request.trace;
    request.log.info(
      {
        operation: operation?.slice(0, 100),
        client: String(request.headers["apollographql-client-name"] ?? request.headers["user-agent"] ?? "").slice(0, 100),
        status: reply.raw.statusCode,
        ms: Math.round(reply.elapsedTime),
        calls: Object.fromEntries(calls),
      },
      "request",
    );
  });
  app.setNotFoundHandler((_, reply) => reply.code(404).send(refusal("NOT_FOUND", messageOf("NOT_FOUND"))));

  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onResponse", async () => {
    // What was in flight when the server began to close leaves its connection open.
    if (closing) setImmediate(() => app.server.closeIdleConnections());
  });

  const refusal = (code: ErrorCode, message: string) => ({ errors: [{ message, extensions: { code } }] });

  app.setErrorHandler<{ code?: string; statusCode?: number } & Error>((error, request, reply) => {
    const answer = (status: number, code: ErrorCode, message: string) => reply.code(status).send(refusal(code, message));
    if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return answer(413, "BODY_TOO_LARGE", messageOf("BODY_TOO_LARGE", maxBodyBytes));
    if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return answer(415, "UNSUPPORTED_MEDIA_TYPE", messageOf("UNSUPPORTED_MEDIA_TYPE"));
    if (error.code === "FST_ERR_VALIDATION") return answer(400, "BAD_REQUEST", messageOf("BAD_REQUEST"));
    if (error.statusCode && error.statusCode < 500) return answer(400, "MALFORMED_JSON", messageOf("MALFORMED_JSON"));
    request.log.error({ err: error }, "unexpected error");
    return answer(500, "INTERNAL_ERROR", messageOf("INTERNAL_ERROR", request.id));
  });

  app.removeContentTypeParser("text/plain");

  app.post<{ Body: { operationName?: string | null } }>("/graphql", { schema: { body: requestBody } }, async (request, reply) => {
    const { operationName } = request.body;
    const { trace } = request;
    if (operationName) trace.operation = operationName;
    // The runtime takes the body that Fastify has already parsed and bounded.
    Object.assign(request.raw, { body: request.body });
    reply.hijack();
    reply.raw.setHeader("x-request-id", request.id);
    await (gateway.requestListener as unknown as RequestListener)(request.raw, reply.raw, { trace });
  });
  app.route({
    method: ["GET", "PUT", "DELETE", "PATCH", "OPTIONS"],
    url: "/graphql",
    handler: (_, reply) =>
      reply
        .code(405)
        .header("allow", "POST")
        .send(refusal("METHOD_NOT_ALLOWED", messageOf("METHOD_NOT_ALLOWED"))),
  });

  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const ready = await isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "unavailable" });
  });
  return app;
}
