import "reflect-metadata";
import { Presets, SingleBar } from "cli-progress";
import closeWithGrace from "close-with-grace";
import type { FastifyInstance } from "fastify";
import { config } from "../foundation/config.ts";
import { sampleFiles } from "../foundation/imports/sample.ts";
import { listen, refuseBusyPort } from "../foundation/listen.ts";
import { createLogger } from "../foundation/logger.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { runCommand } from "../foundation/start-error.ts";
import { createHub } from "../gateway/hub.ts";
import { configuredTokens } from "../gateway/identity/access-token.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";

/** `npm start`: database, migrations, sample data, seven subgraphs and the gateway in one process. */
await runCommand(async () => {
  for (const name of Object.keys(config.subgraphUrls)) listed(name);
  await refuseBusyPort(config.host, config.port);
  const logger = createLogger(config);
  const started = performance.now();
  const allApart = subgraphs.every(({ name }) => config.subgraphUrls[name]);
  const postgres = allApart ? null : await openPostgres(config.databaseUrl, config.dataFolder, "hub");
  let app: FastifyInstance | undefined;
  let stopping = false;
  const closing = closeWithGrace({ delay: 15_000, logger: { error: (message: unknown) => logger.error(message) } }, async ({ err }) => {
    stopping = true;
    if (err) logger.error({ err }, "stopping");
    await app?.close();
    await postgres?.close();
  });
  const bar = new SingleBar({ format: "Chargement des données {bar} {percentage} % {file}", noTTYOutput: false }, Presets.shades_classic);
  const files = (await sampleFiles()).length;
  let loading = 0;
  try {
    app = await createHub({
      databaseUrl: postgres?.url,
      readerDatabaseUrl: config.readerDatabaseUrl,
      urls: config.subgraphUrls,
      sample: config.sampleData,
      journalMonths: config.journalMonths,
      tokens: configuredTokens(config),
      dataFolder: config.dataFolder,
      gatewayKey: config.gatewayKey,
      developmentIssuer: config.developmentIssuer ? { issuer: `http://localhost:${config.port}/issuer` } : undefined,
      openIntrospection: config.openIntrospection,
      redisUrl: config.redisUrl,
      trustedProxies: config.trustedProxies,
      corsOrigins: config.corsOrigins,
      logger,
      progress(file, done) {
        if (done === 0 && loading++ === 0) bar.start(files, 0, { file });
        if (done === 0 && !process.stderr.isTTY) console.log(`Chargement de ${file}`);
        bar.update(Math.min(files, loading - 1 + done), { file });
      },
    });
    bar.stop();
    const address = await listen(app, config);
    console.log(`
Le hub est prêt en ${((performance.now() - started) / 1000).toFixed(1)} s : ${address}
Explorateur : ${address}/   GraphQL : POST ${address}/graphql

Essayez :
  curl ${address}/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ committee(department: \\"52\\") { department { name population { value vintage } } } }"}'
`);
  } catch (error) {
    bar.stop();
    if (stopping) return; // the server was stopped under a load: closeWithGrace ends the process
    closing.uninstall();
    await postgres?.close();
    throw error;
  }
});
