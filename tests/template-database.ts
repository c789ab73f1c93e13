import "reflect-metadata";
import type { TestProject } from "vitest/node";
import { prepareDatabases } from "../foundation/imports/sample.ts";
import { wholeSample } from "../foundation/imports/sample-files.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { createScratchDatabase } from "../foundation/postgres/scratch-database.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A database with the sample, to copy. */
    templateUrl: string;
    /** The server, to make empty databases on. */
    serverUrl: string;
  }
}

/** Once for the suite: a server (TEST_DATABASE_URL, or an embedded one), and a database with the sample that each file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await openPostgres(process.env.TEST_DATABASE_URL, ".data/test", "tool");
  const template = await createScratchDatabase(postgres.url);
  await prepareDatabases(
    subgraphs.map(({ load, datasets }) => async () => ({
      subgraph: await load(),
      datasets: await datasets(),
      databaseUrl: template.url,
      parts: wholeSample,
    })),
  );
  project.provide("serverUrl", postgres.url);
  project.provide("templateUrl", template.url);
  return async () => {
    await template.drop();
    await postgres.close();
  };
}
