import { ApolloServer } from "@apollo/server";
import { unwrapResolverError } from "@apollo/server/errors";
import { ApolloServerPluginInlineTraceDisabled } from "@apollo/server/plugin/disabled";
import fastifyApollo, { fastifyApolloDrainPlugin } from "@as-integrations/fastify";
import type { MikroORM } from "@mikro-orm/postgresql";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { GraphQLError } from "graphql";
import { Context } from "./context.ts";
import { isAnswering } from "./database.ts";
import { presentError } from "./execute.ts";
import type { Subgraph } from "./subgraph.ts";

/** A gateway's call brings many keys at once: the national view is about 8 000 of them. */
const maxBodyBytes = 16 * 1024 * 1024;

/** One subgraph alone, over HTTP: Apollo Server at /graphql, and health. Not listening yet. */
export async function createSubgraphServer(subgraph: Subgraph, orm: MikroORM, logger: FastifyBaseLogger): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: maxBodyBytes,
    forceCloseConnections: "idle",
  });
  const apollo = new ApolloServer<Context>({
    schema: subgraph.schema,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [fastifyApolloDrainPlugin(app), ApolloServerPluginInlineTraceDisabled()],
    formatError: (formatted, error) => {
      const cause = unwrapResolverError(error);
      const presented = presentError(
        new GraphQLError(formatted.message, { extensions: formatted.extensions, originalError: cause instanceof Error ? cause : null }),
      );
      if (presented.extensions.code === "INTERNAL_ERROR") logger.error({ err: cause, subgraph: subgraph.name }, "subgraph error");
      return {
        message: presented.message,
        extensions: { code: presented.extensions.code },
        ...(formatted.path && { path: formatted.path }),
      };
    },
  });
  await apollo.start();
  await app.register(fastifyApollo(apollo), { context: async () => new Context(orm.em.fork()) });
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_, reply) => {
    const ready = await isAnswering(orm.em);
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "unavailable" });
  });
  app.addHook("onClose", () => orm.close(true));
  return app;
}
