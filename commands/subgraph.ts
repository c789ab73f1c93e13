import "reflect-metadata";
import closeWithGrace from "close-with-grace";
import { Command } from "commander";
import type { FastifyInstance } from "fastify";
import { config } from "../foundation/config.ts";
import { openReaderDatabase, openSubgraph, type ReaderDatabase } from "../foundation/graph/open-subgraph.ts";
import { createSubgraphServer } from "../foundation/graph/subgraph-server.ts";
import { prepareDatabase } from "../foundation/imports/sample.ts";
import { listen, refuseBusyPort } from "../foundation/listen.ts";
import { createLogger } from "../foundation/logger.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { createCallVerifier, gatewayKeys } from "../foundation/rights/gateway-token.ts";
import { runCommand } from "../foundation/start-error.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";

/** `npm run subgraph -- <name>`: one subgraph alone, as a partner would host it. */
await runCommand(async () => {
  const command = new Command()
    .name("npm run subgraph --")
    .argument("<sous-graphe>", subgraphs.map((subgraph) => subgraph.name).join(", "))
    .parse();
  const { load, datasets } = listed(command.args[0]!);
  await refuseBusyPort(config.host, config.port);
  const logger = createLogger(config);
  const postgres = await openPostgres(config.databaseUrl, config.dataFolder, "tool");
  let app: FastifyInstance | undefined;
  let database: ReaderDatabase | undefined;
  let stopping = false;
  const closing = closeWithGrace({ delay: 15_000 }, async ({ err }) => {
    stopping = true;
    if (err) logger.error({ err }, "stopping");
    await app?.close();
    await database?.close();
    await postgres.close();
  });
  try {
    const subgraph = await load();
    const orm = await prepareDatabase({
      subgraph,
      datasets: await datasets(),
      databaseUrl: postgres.url,
      sample: config.sampleData,
      progress: (file, done) => done === 0 && console.log(`Chargement de ${file}`),
    });
    database = openReaderDatabase(config.readerDatabaseUrl ?? postgres.url);
    app = await createSubgraphServer(
      await openSubgraph(subgraph, orm, database, config.journalMonths),
      logger,
      createCallVerifier(subgraph.name, await gatewayKeys(config)),
    );
    console.log(`Sous-graphe ${subgraph.name} : ${await listen(app, config)}/graphql`);
  } catch (error) {
    if (stopping) return; // the server was stopped under a load: closeWithGrace ends the process
    closing.uninstall();
    await postgres.close();
    throw error;
  }
});
