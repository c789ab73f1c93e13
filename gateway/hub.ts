import { readFile } from "node:fs/promises";
import type { FastifyBaseLogger, FastifyInstance } from "fastify";
import type { JWK } from "jose";
import { executeInProcess } from "../foundation/graph/execute.ts";
import { openReaderDatabase, openSubgraph, type ReaderOptions } from "../foundation/graph/open-subgraph.ts";
import type { Limits } from "../foundation/limits.ts";
import { projectFile } from "../foundation/project-file.ts";
import { gatewayKeyFile, gatewayToken } from "../foundation/rights/gateway-token.ts";
import { readOrMakeKey } from "../foundation/rights/key-file.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { registerExplorer } from "./explorer/explorer.ts";
import { createGateway } from "./gateway.ts";
import { createServer, type ServerOptions } from "./http/server.ts";
import { createTokenVerifier, type TokenOptions } from "./identity/access-token.ts";
import type { DevelopmentIssuerOptions } from "./identity/development-issuer.ts";
import { openGatewayKey } from "./identity/gateway-key.ts";
import { identifyByToken } from "./identity/identify.ts";
import { clientsOfRegister, rightsFromRegister } from "./identity/register.ts";
import { httpSource, openConnections } from "./sources/http-source.ts";
import type { Source } from "./sources/source.ts";

export interface HubOptions {
  /** postgresql://… for the subgraphs of this process; undefined where all run apart. */
  databaseUrl: string | undefined;
  /** The same base for a login that owns nothing, under which requests are served. */
  readerDatabaseUrl?: string | undefined;
  /** Subgraphs that run apart, by name. */
  urls: Record<string, string>;
  /** Whose access tokens are accepted. */
  tokens: TokenOptions;
  /** Where the hub keeps its keys. */
  dataFolder: string;
  /** The private key for the subgraphs that run apart; undefined: one of the data folder. */
  gatewayKey?: JWK | undefined;
  /** The issuer that comes with the hub, where the register is in this process; undefined: none. Its clients are those of the register unless they are given. */
  developmentIssuer?: (Pick<DevelopmentIssuerOptions, "issuer"> & Partial<Pick<DevelopmentIssuerOptions, "clients">>) | undefined;
  logger: FastifyBaseLogger;
  /** How long the access journal is kept. */
  journalMonths: number;
  /** Called with each SQL statement of a reading, for tests that count them. */
  onStatement?: ReaderOptions["onStatement"];
  /** How it learns that data have changed. */
  versions?: ReaderOptions["versions"];
  limits: Limits;
  /** Whether callers without a token may read the schema. */
  openIntrospection: boolean;
  /** Who asks; by default the bearer of the token, with the rights that the register gives him. */
  identify?: ServerOptions["identify"];
  loading?: ServerOptions["loading"];
  redisUrl?: ServerOptions["redisUrl"];
  trustedProxies?: ServerOptions["trustedProxies"];
  corsOrigins?: ServerOptions["corsOrigins"];
}

/** The subgraphs of this process, whose tables are there, behind the gateway. Not listening yet. */
export async function createHub(options: HubOptions): Promise<FastifyInstance> {
  const { limits, tokens } = options;
  await using parts = new AsyncDisposableStack();
  const sources: Record<string, Source> = {};
  const inProcess = options.databaseUrl ? subgraphs.filter(({ name }) => !options.urls[name]) : [];
  const database =
    inProcess.length > 0
      ? parts.adopt(
          openReaderDatabase(options.readerDatabaseUrl ?? options.databaseUrl!, {
            sharedRowsBytes: limits.sharedRowsBytes,
            versions: options.versions,
            onStatement: options.onStatement,
          }),
          (it) => it.close(),
        )
      : undefined;
  for (const { name, load } of inProcess) {
    const served = await openSubgraph(await load(), database!, {
      journalMonths: options.journalMonths,
      budgets: limits,
      onJournalFailure: (err) => options.logger.error({ err, subgraph: name }, "old lines of the access journal are still there"),
    });
    const open = parts.adopt(served, (it) => it.close());
    const answer: Source["answer"] = ({ operation, context, ...call }) =>
      executeInProcess(open, {
        ...call,
        text: operation.text,
        operationName: operation.name,
        rights: context?.rights,
        lane: context ? undefined : "REGISTER", // what the gateway asks for itself
        request: context?.trace,
        onError: (cause) => context?.trace.onError(name, cause),
      });
    sources[name] = { answer, dataVersion: () => open.dataVersion() };
  }
  const issuer = options.developmentIssuer && sources.access && (await openDevelopmentIssuer(options, sources.access));
  const issuers = issuer ? [...tokens.issuers, issuer.trusted] : tokens.issuers;
  const key = Object.keys(options.urls).length > 0 ? await gatewayKey(options) : undefined;
  const connections = parts.adopt(openConnections(), (it) => it.destroy());
  const access = sources.access ?? httpSource({ name: "access", url: options.urls.access!, sign: key!.sign, connections });
  const gateway = createGateway({
    supergraph: await readFile(projectFile("schema/supergraph.graphql"), "utf8"),
    inProcess: sources,
    urls: options.urls,
    sign: key?.sign,
    connections,
    partners: Object.fromEntries(subgraphs.map(({ name, partner }) => [name, partner])),
    limits,
    openIntrospection: options.openIntrospection,
  });
  const app = createServer({
    gateway,
    logger: options.logger,
    limits,
    redisUrl: options.redisUrl,
    trustedProxies: options.trustedProxies,
    loading: options.loading,
    isReady: async () => database?.pools.isAnswering() ?? true,
    identify: options.identify ?? identifyByToken(createTokenVerifier({ ...tokens, issuers }), rightsFromRegister(access)),
    jwks: key?.jwks,
    corsOrigins: options.corsOrigins,
  });
  const opened = parts.move();
  app.addHook("onClose", () => opened.disposeAsync());
  await using unfinished = new AsyncDisposableStack();
  unfinished.use(app);
  registerExplorer(app);
  await issuer?.mount(app);
  unfinished.move();
  return app;
}

async function gatewayKey({ gatewayKey: given, dataFolder }: HubOptions) {
  return openGatewayKey(given ?? (await readOrMakeKey(gatewayKeyFile(dataFolder), gatewayToken.alg)));
}

/** Its library is loaded here only: in production it never is. */
async function openDevelopmentIssuer({ dataFolder, tokens, developmentIssuer }: HubOptions, access: Source) {
  const { createDevelopmentIssuer } = await import("./identity/development-issuer.ts");
  const clients = developmentIssuer!.clients ?? (await clientsOfRegister(access));
  return createDevelopmentIssuer({ issuer: developmentIssuer!.issuer, clients, audience: tokens.audience, dataFolder });
}
