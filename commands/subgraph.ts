import "reflect-metadata";
import { openSubgraph } from "../foundation/graph/open-subgraph.ts";
import { createSubgraphServer } from "../foundation/graph/subgraph-server.ts";
import { prepareDatabase } from "../foundation/imports/sample.ts";
import { listen, refuseBusyPort } from "../foundation/listen.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { createCallVerifier, gatewayKeys } from "../foundation/rights/gateway-token.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { serve } from "./process/serve.ts";

/** `npm run subgraph -- <name>`: one subgraph alone, as a partner would host it. */
await serve(async ({ config, logger, opened, stopping }) => {
  const command = commandLine("npm run subgraph --")
    .argument("<sous-graphe>", subgraphs.map((subgraph) => subgraph.name).join(", "))
    .parse();
  const { load } = listed(command.args[0]!);
  await refuseBusyPort(config.host, config.port);
  const postgres = opened.adopt(await openPostgres(config.databaseUrl, config.dataFolder, "tool"), (server) => server.close());
  stopping.throwIfAborted();
  const subgraph = await load();
  await prepareDatabase(subgraph, postgres.url, config.sampleData, (file, done) => {
    stopping.throwIfAborted(); // within a file's transaction
    if (done === 0) console.log(`Chargement de ${file}`);
  });
  const verifyCall = createCallVerifier(subgraph.name, await gatewayKeys(config));
  const app = await createSubgraphServer(
    await openSubgraph(subgraph, config.readerDatabaseUrl ?? postgres.url, config),
    logger,
    verifyCall,
  );
  opened.defer(() => app.close());
  stopping.throwIfAborted();
  return `Sous-graphe ${subgraph.name} : ${await listen(app, config)}/graphql`;
});
