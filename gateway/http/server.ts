import cors from "@fastify/cors";
import helmet from "@fastify/helmet";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import type { JSONWebKeySet } from "jose";
import { registerHealth } from "../../foundation/http/health.ts";
import type { Limits } from "../../foundation/limits.ts";
import { closeSilentConnections } from "../../foundation/http/silent-connections.ts";
import { registerCalendarRoute } from "./calendar-route.ts";
import { openAccounts } from "./budget.ts";
import { compressAnswers } from "./compression.ts";
import { type GraphqlRouteOptions, registerGraphqlRoute } from "./graphql-route.ts";
import { registerHttpErrors } from "./http-errors.ts";
import { acceptOnlyJson } from "./json-body.ts";
import { openRedis } from "./redis.ts";
import { registerRequestLog } from "./request-log.ts";
import { openTurns } from "./turns.ts";

export interface ServerOptions extends Pick<GraphqlRouteOptions, "gateway" | "identify"> {
  logger: FastifyBaseLogger;
  limits: Limits;
  /** redis://…, where several gateways share the budgets of their clients. */
  redisUrl?: string | undefined;
  /** Addresses of the proxies in front of the hub, which say whom they speak for; without any, the caller is who connects. */
  trustedProxies?: string[] | undefined;
  /** The gateway's public keys, for the subgraphs that run apart. */
  jwks?: JSONWebKeySet | undefined;
  /** Other sites whose pages may call the graph. */
  corsOrigins?: string[] | undefined;
  /** Whether what the answers need is there. Takes at most a second. */
  isReady: () => Promise<boolean>;
  /** Labels of the files of which nothing is in the answers yet. */
  loading?: (() => readonly string[]) | undefined;
}

const exposedHeaders = ["x-loading", "ratelimit", "ratelimit-policy", "retry-after", "x-request-id"];

/** HTTP in front of the gateway: `POST /graphql` with JSON, health, one log line a request. */
export function createServer({
  logger,
  limits,
  redisUrl,
  trustedProxies,
  corsOrigins,
  jwks,
  isReady,
  loading = () => [],
  ...route
}: ServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.maxBodyBytes,
    trustProxy: trustedProxies ?? false,
    requestTimeout: limits.sendTimeoutMs,
    connectionTimeout: 60_000,
    http: { headersTimeout: limits.sendTimeoutMs, connectionsCheckingInterval: limits.sendTimeoutMs / 4 },
    genReqId: () => crypto.randomUUID(),
    return503OnClosing: true,
    forceCloseConnections: "idle",
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  acceptOnlyJson(app, limits);
  registerRequestLog(app);
  registerHttpErrors(app, limits);
  const redis = redisUrl ? openRedis(redisUrl, logger) : undefined;
  app.addHook("onClose", async () => redis?.disconnect());
  app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
  });
  if (corsOrigins?.length)
    app.register(cors, { origin: corsOrigins, methods: ["POST"], exposedHeaders, maxAge: 600, strictPreflight: false });
  compressAnswers(app);
  app.register(async (scope) => {
    const asked = { ...route, limits, openAccount: openAccounts(limits, redis), takeTurn: openTurns(limits) };
    registerGraphqlRoute(scope, asked);
    registerCalendarRoute(scope, asked);
  });

  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onResponse", async () => {
    // What was in flight when the server began to close leaves its connection open.
    if (closing) setImmediate(() => app.server.closeIdleConnections());
  });

  if (jwks) app.get("/.well-known/jwks.json", () => jwks);
  closeSilentConnections(app);
  registerHealth(app, isReady, loading);
  tellWhatIsLoading(app, loading);
  return app;
}

/** `x-loading`: how many files answers have nothing of yet. */
function tellWhatIsLoading(app: FastifyInstance, loading: () => readonly string[]): void {
  app.addHook("onSend", async (_, reply) => {
    const { length } = loading();
    if (length > 0) reply.header("x-loading", length);
  });
}
