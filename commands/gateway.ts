import { readFile } from "node:fs/promises";
import { buildSchema } from "graphql";
import { listen, refuseBusyPort } from "../foundation/http/listen.ts";
import { gatewayKeyFile } from "../foundation/rights/gateway-token.ts";
import { readKey } from "../foundation/rights/key-file.ts";
import { ClientKind } from "../foundation/rights/rights.ts";
import { StartError } from "../foundation/start-error.ts";
import { configuredTokens, createTokenVerifier } from "../gateway/identity/access-token.ts";
import { openGatewayKey } from "../gateway/identity/gateway-key.ts";
import { identifyByToken } from "../gateway/identity/identify.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { serve } from "./process/serve.ts";

/** `npm run gateway -- --supergraph FILE --port N`: the hub's gateway in front of any Federation 2 supergraph, all over HTTP. */
await serve(async ({ config, logger, opened }) => {
  const { supergraph: file, port } = commandLine("npm run gateway --")
    .option("--supergraph <fichier>", "supergraphe Federation 2", "schema/supergraph.graphql")
    .option("--port <numéro>", "port d'écoute", parsePort, config.port)
    .parse()
    .opts<{ supergraph: string; port: number }>();
  const supergraph = await readFile(file, "utf8").catch(() => {
    throw new StartError(`Le supergraphe ${file} n'existe pas ou ne peut pas être lu.`);
  });
  if (!isSupergraph(supergraph))
    throw new StartError(`Le supergraphe ${file} n'est pas un supergraphe Federation 2 : donnez le résultat d'une composition.`);
  await refuseBusyPort(config.host, port);
  const { createGateway } = await import("../gateway/gateway.ts"); // after what can be told at once
  const { createServer } = await import("../gateway/http/server.ts");
  const { openConnections } = await import("../gateway/sources/http-source.ts");
  const privateKey = config.gatewayKey ?? (await readKey(gatewayKeyFile(config.dataFolder)));
  const key = privateKey ? await openGatewayKey(privateKey) : undefined;
  const connections = opened.adopt(openConnections(), (it) => it.destroy());
  const open = () =>
    createGateway({
      supergraph,
      inProcess: {},
      urls: config.subgraphUrls,
      sign: key?.sign,
      connections,
      partners: Object.fromEntries(subgraphs.map(({ name, partner }) => [name, partner])),
      limits: config.limits,
      openIntrospection: config.openIntrospection,
    });
  const gateway = orRefuse(open, file);
  const app = opened.use(
    createServer({
      gateway,
      logger,
      limits: config.limits,
      redisUrl: config.redisUrl,
      trustedProxies: config.trustedProxies,
      corsOrigins: config.corsOrigins,
      isReady: async () => true, // the supergraph is open, and a subgraph that is down costs its own fields only
      identify: identifyByToken(createTokenVerifier(configuredTokens(config)), async ({ client }) => ({
        client,
        kind: ClientKind.PARTNER_SYSTEM,
        grants: [],
      })),
      jwks: key?.jwks,
    }),
  );
  return `Passerelle : ${await listen(app, { host: config.host, port })}/graphql`;
});

function orRefuse<Opened>(open: () => Opened, file: string): Opened {
  try {
    return open();
  } catch (cause) {
    const [reason] = (cause as Error).message.split("\n");
    throw new StartError(`Le supergraphe ${file} est refusé : recomposez-le (${reason}).`);
  }
}

function isSupergraph(sdl: string): boolean {
  try {
    const schema = buildSchema(sdl, { assumeValidSDL: true });
    return Boolean(schema.getQueryType() && schema.getType("join__Graph"));
  } catch {
    return false;
  }
}

function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartError(`« ${value} » n'est pas un numéro de port entre 0 et 65535.`);
  return port;
}
