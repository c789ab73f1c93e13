import type { IncomingHttpHeaders } from "node:http";
import { ApolloServer, type ApolloServerOptions, type ApolloServerPlugin } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from "@as-integrations/fastify";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { GraphQLError } from "graphql";
import { clientLeft } from "../http/client-left.ts";
import { hubError, shownExtensions } from "../errors.ts";
import { registerHealth } from "../http/health.ts";
import type { CallVerifier } from "../rights/gateway-token.ts";
import type { Rights } from "../rights/rights.ts";
import { closeSilentConnections } from "../http/silent-connections.ts";
import type { Context, RequestTrace } from "./context.ts";
import { presentError } from "./execute.ts";
import { onOneVersion } from "./generations/one-version.ts";
import type { OpenSubgraph } from "./open-subgraph.ts";
import type { Subgraph } from "./subgraph.ts";

/** A gateway's call brings many keys at once: the national view is about 8 000 of them. */
const maxBodyBytes = 16 * 1024 * 1024;

const tellDataVersion: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue }) {
        if (body.kind === "single") body.singleResult.extensions = { dataVersion: contextValue.rows.dataVersion };
      },
    };
  },
};

/** The client's request, as the gateway names it beside its token. */
function requestOf(headers: IncomingHttpHeaders): RequestTrace {
  const operation = headers["x-operation"];
  return { id: String(headers["x-request-id"] ?? ""), operation: operation ? decodeURIComponent(String(operation)) : undefined };
}

/** The one way to have Apollo Server execute otherwise than by graphql-js: a gateway, with a schema that never changes. */
function executorOf({ schema, sdl, execute }: Subgraph): NonNullable<ApolloServerOptions<Context>["gateway"]> {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: sdl });
      return () => {};
    },
    load: async () => ({
      executor: async ({ source, request, context }) => execute({ text: source, ...request }, context),
    }),
    stop: async () => {},
  };
}

/** One subgraph alone, over HTTP: Apollo Server at /graphql, for the gateway only, and health. Not listening yet. */
export async function createSubgraphServer(
  opened: OpenSubgraph,
  logger: FastifyBaseLogger,
  verifyCall: CallVerifier,
): Promise<FastifyInstance> {
  const { subgraph } = opened;
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    forceCloseConnections: "idle",
  });
  const apollo = new ApolloServer<Context>({
    gateway: executorOf(subgraph),
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(), // it would wrap every resolver of the schema
      ApolloServerPluginInlineTraceDisabled(),
      tellDataVersion,
    ],
    formatError: (formatted, error) => {
      const cause = unwrapResolverError(error);
      const presented = presentError(
        new GraphQLError(formatted.message, { extensions: formatted.extensions, originalError: cause instanceof Error ? cause : null }),
      );
      if (/^(INTERNAL_ERROR|SOURCE_UNAVAILABLE)$/.test(String(presented.extensions.code)))
        logger.error({ err: cause, subgraph: subgraph.name }, "subgraph error");
      return {
        message: presented.message,
        extensions: shownExtensions(presented.extensions),
        ...(formatted.path && { path: formatted.path }),
      };
    },
  });
  await apollo.start();
  await app.register(async (scope) => {
    scope.decorateRequest("rights");
    scope.addHook("onRequest", async (request, reply) => {
      reply.header("cache-control", "no-store");
      try {
        request.setDecorator("rights", await verifyCall(request.headers.authorization));
      } catch (cause) {
        request.log.warn({ cause: (cause as Error).message }, "call refused");
        const { message, extensions } = hubError("GATEWAY_ONLY");
        return reply
          .code(401)
          .header("www-authenticate", "Bearer")
          .send({ errors: [{ message, extensions }] });
      }
    });
    scope.route({
      method: ["GET", "POST"],
      url: "/graphql",
      handler(request, reply) {
        const call = {
          rights: request.getDecorator<Rights>("rights"),
          request: requestOf(request.headers),
          onError: (cause: unknown) => logger.error({ err: cause, subgraph: subgraph.name }, "subgraph error"),
        };
        return onOneVersion(opened, call, clientLeft(reply.raw), (context) =>
          fastifyApolloHandler(apollo, { context: async () => context }).call(app, request, reply),
        );
      },
    });
  });
  closeSilentConnections(app);
  registerHealth(app, opened.isReady);
  app.addHook("onClose", () => opened.close());
  return app;
}
