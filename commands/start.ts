import "reflect-metadata";
import { Presets, SingleBar } from "cli-progress";
import { listen, refuseBusyPort } from "../foundation/listen.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { configuredTokens } from "../gateway/identity/access-token.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";
import { serve } from "./process/serve.ts";

/** `npm start`: database, migrations, sample data, seven subgraphs and the gateway in one process. */
await serve(async ({ config, logger, opened, stopping }) => {
  for (const name of Object.keys(config.subgraphUrls)) listed(name);
  await refuseBusyPort(config.host, config.port);
  const started = performance.now();
  const allApart = subgraphs.every(({ name }) => config.subgraphUrls[name]);
  const postgres = allApart
    ? undefined
    : opened.adopt(await openPostgres(config.databaseUrl, config.dataFolder, "hub"), (server) => server.close());
  stopping.throwIfAborted();
  const { createHub } = await import("../gateway/hub.ts"); // after what can be told at once
  const { sampleFiles } = await import("../foundation/imports/sample.ts");
  stopping.throwIfAborted();
  const bar = opened.adopt(
    new SingleBar({ format: "Chargement des données {bar} {percentage} % {file}", noTTYOutput: false }, Presets.shades_classic),
    (shown) => shown.stop(),
  );
  const files = (await sampleFiles()).length;
  const done = new Map<string, number>();
  const hub = opened.use(
    await createHub({
      databaseUrl: postgres?.url,
      readerDatabaseUrl: config.readerDatabaseUrl,
      urls: config.subgraphUrls,
      sample: config.sampleData,
      journalMonths: config.journalMonths,
      limits: config.limits,
      tokens: configuredTokens(config),
      dataFolder: config.dataFolder,
      gatewayKey: config.gatewayKey,
      developmentIssuer: config.developmentIssuer ? { issuer: `http://localhost:${config.port}/issuer` } : undefined,
      openIntrospection: config.openIntrospection,
      redisUrl: config.redisUrl,
      trustedProxies: config.trustedProxies,
      corsOrigins: config.corsOrigins,
      logger,
      progress(file, share) {
        stopping.throwIfAborted(); // within a file's transaction
        if (done.size === 0) bar.start(files, 0, { file });
        if (!done.has(file) && !process.stderr.isTTY) console.log(`Chargement de ${file}`);
        done.set(file, share);
        const all = [...done.values()].reduce((sum, one) => sum + one, 0);
        bar.update(all, { file });
      },
    }),
  );
  stopping.throwIfAborted();
  bar.stop();
  const address = await listen(hub, config);
  return `
Le hub est prêt en ${((performance.now() - started) / 1000).toFixed(1)} s : ${address}
Explorateur : ${address}/   GraphQL : POST ${address}/graphql

Essayez :
  curl ${address}/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ committee(department: \\"52\\") { department { name population { value vintage } } } }"}'
`;
});
