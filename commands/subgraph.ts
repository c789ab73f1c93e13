import "reflect-metadata";
import type { Logger } from "pino";
import type { Config } from "../foundation/config.ts";
import { listen, refuseBusyPort } from "../foundation/http/listen.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { wholeSample } from "../foundation/imports/sample-files.ts";
import { register } from "../foundation/territories/register.ts";
import { partnerOf } from "../foundation/numbers/partner.ts";
import { readKey } from "../foundation/rights/key-file.ts";
import { StartError } from "../foundation/start-error.ts";
import { createCallVerifier, gatewayKeys } from "../foundation/rights/gateway-token.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";
import { commandLine } from "./process/command-line.ts";
import { prepare } from "./process/prepare.ts";
import { serve } from "./process/serve.ts";

/** Tells a hub with another base the numbers of this one. */
async function deliveryTo({ keyFile, ...hub }: NonNullable<Config["hub"]>, name: string, databaseUrl: string, logger: Logger) {
  const { keepDelivering } = await import("../foundation/numbers/delivery/keep-delivering.ts");
  const partner = partnerOf(name);
  const key = await readKey(keyFile);
  if (!partner) throw new StartError(`Le sous-graphe ${name} n'a pas de chiffres à dire à un hub : retirez HUB_URL.`);
  if (!key) throw new StartError(`HUB_CLIENT_KEY : ${keyFile} n'existe pas : donnez le fichier de la clé privée (JWK) de HUB_CLIENT.`);
  const published = (await listed(name).datasets()).flatMap((dataset) => (dataset.secrecy === "published" ? dataset.name : []));
  return keepDelivering({ name, partner, published, hub: { ...hub, key }, databaseUrl, logger });
}

/** `npm run subgraph -- <name>`: one subgraph alone, as a partner would host it. */
await serve(async ({ config, logger, opened, stopping }) => {
  const command = commandLine("npm run subgraph --")
    .argument("<sous-graphe>", subgraphs.map((subgraph) => subgraph.name).join(", "))
    .parse();
  const { load } = listed(command.args[0]!);
  await refuseBusyPort(config.host, config.port);
  const postgres = opened.adopt(await openPostgres(config.databaseUrl, config.dataFolder, "tool"), (server) => server.close());
  const { openReaderDatabase, openSubgraph } = await import("../foundation/graph/open-subgraph.ts"); // after what can be told at once
  const { createSubgraphServer } = await import("../foundation/graph/subgraph-server.ts");
  const subgraph = await load();
  stopping.throwIfAborted();
  await prepare({
    tables: [(await listed(register).load()).tables, ...(subgraph.name === register ? [] : [subgraph.tables])],
    databaseUrl: postgres.url,
    parts: config.sampleData ? wholeSample : [],
    stopping,
    progress(file, done) {
      if (done === 0) console.log(`Chargement de ${file}`);
    },
  });
  const database = opened.adopt(openReaderDatabase(config.readerDatabaseUrl ?? postgres.url, config.limits), ({ close }) => close());
  const app = await createSubgraphServer(
    await openSubgraph(subgraph, database, {
      journalMonths: config.journalMonths,
      budgets: config.limits,
      onJournalFailure: (err) => logger.error({ err, subgraph: subgraph.name }, "old lines of the access journal are still there"),
    }),
    logger,
    createCallVerifier(subgraph.name, await gatewayKeys(config)),
  );
  opened.defer(() => app.close());
  if (config.hub) opened.use(await deliveryTo(config.hub, subgraph.name, postgres.url, logger));
  stopping.throwIfAborted();
  return `Sous-graphe ${subgraph.name} : ${await listen(app, config)}/graphql`;
});
