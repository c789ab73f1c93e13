import "reflect-metadata";
import { Presets, SingleBar } from "cli-progress";
import { type SamplePart, sampleFiles } from "../foundation/imports/sample-files.ts";
import { listen, refuseBusyPort } from "../foundation/http/listen.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { configuredTokens } from "../gateway/identity/access-token.ts";
import { listed, subgraphs } from "../subgraphs/subgraphs.ts";
import { loadBehind } from "./process/load-behind.ts";
import { prepare } from "./process/prepare.ts";
import { serve } from "./process/serve.ts";

/** `npm start`: database, migrations, sample data, eight subgraphs and the gateway in one process. */
await serve(async ({ config, logger, opened, stopping }) => {
  for (const name of Object.keys(config.subgraphUrls)) listed(name);
  await refuseBusyPort(config.host, config.port);
  const started = performance.now();
  const inProcess = subgraphs.filter(({ name }) => !config.subgraphUrls[name]);
  const postgres =
    inProcess.length === 0
      ? undefined
      : opened.adopt(await openPostgres(config.databaseUrl, config.dataFolder, "hub"), (server) => server.close());
  stopping.throwIfAborted();
  const { createHub } = await import("../gateway/hub.ts"); // after what can be told at once
  const loaded = await Promise.all(inProcess.map(({ load }) => load()));
  stopping.throwIfAborted();
  const base = postgres && { tables: loaded.map(({ tables }) => tables), databaseUrl: postgres.url };
  if (base) {
    using bar = await loadingBar(["first"]);
    await prepare({ ...base, parts: config.sampleData ? ["first"] : [], stopping, progress: bar.progress });
  }
  /** Labels of the sample files that are not there yet. */
  let left = (): string[] => [];
  const hub = opened.use(
    await createHub({
      databaseUrl: postgres?.url,
      readerDatabaseUrl: config.readerDatabaseUrl,
      urls: config.subgraphUrls,
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
      loading: () => left(),
    }),
  );
  stopping.throwIfAborted();
  if (base && config.sampleData) {
    const bar = opened.use(await loadingBar(["behind"]));
    const onLoaded = () => {
      bar[Symbol.dispose]();
      console.log(`Toutes les données sont chargées, en ${seconds(started)} s.`);
    };
    const behind = opened.adopt(await loadBehind({ ...base, logger, progress: bar.progress, onLoaded }), (it) => it.stop());
    left = behind.left;
  }
  const address = await listen(hub, config);
  return `
Le hub est prêt en ${seconds(started)} s : ${address}${stillLoading(left())}
Explorateur : ${address}/   GraphQL : POST ${address}/graphql

Essayez :
  curl ${address}/graphql -H 'content-type: application/json' \\
    -d '{"query":"{ committee(department: \\"52\\") { department { name legalPopulation { value } } } }"}'
`;
});

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function stillLoading(files: readonly string[]): string {
  if (files.length === 0) return "";
  return `\n${files.length} fichiers se chargent encore : GET /health/ready dit lesquels, et chaque réponse en porte l'en-tête x-loading.`;
}

/** Shown from the first file that is loaded on, if one is. */
async function loadingBar(parts: readonly SamplePart[]) {
  const bar = new SingleBar({ format: "Chargement des données {bar} {percentage} % {file}", noTTYOutput: false }, Presets.shades_classic);
  const files = (await sampleFiles(parts)).length;
  /** The share of each file that is loaded; several are at a time. */
  const shares = new Map<string, number>();
  return {
    progress(file: string, done: number | "LOADED") {
      const share = done === "LOADED" ? 1 : done;
      if (shares.size === 0) bar.start(files, 0, { file });
      if (!shares.has(file) && !process.stderr.isTTY) console.log(`Chargement de ${file}`);
      shares.set(file, share);
      bar.update(
        [...shares.values()].reduce((sum, each) => sum + each, 0),
        { file },
      );
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}
