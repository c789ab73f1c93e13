import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { preparedAtATime, prepareDatabase } from "../foundation/imports/sample.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { createScratchDatabase } from "../foundation/postgres/scratch-database.ts";
import { severalAtATime } from "../foundation/several-at-a-time.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";

export interface Database {
  url: string;
  /** Of PostgreSQL. */
  version: string;
  drop(): Promise<void>;
}

/** A database of the bench's own with the sample, on the server of `serverUrl` or else on an embedded one in a temporary folder. */
export async function createSample(serverUrl: string | undefined): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), "cdsf-hub-bench-"));
  await chmod(folder, 0o711);
  const server = await openPostgres(serverUrl, folder, "tool");
  const scratch = await createScratchDatabase(server.url);
  await severalAtATime(
    preparedAtATime,
    subgraphs.map(({ load, datasets }) => async (signal) => {
      await prepareDatabase({ subgraph: await load(), datasets: await datasets(), databaseUrl: scratch.url, sample: true, signal });
    }),
  );
  const version = await settle(scratch.url);
  return {
    url: scratch.url,
    version,
    async drop() {
      await scratch.drop();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Does now what PostgreSQL would do during the first minutes of the measure. @returns its version. */
async function settle(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("vacuum analyze");
  const { rows } = await client.query("show server_version");
  await client.end();
  return rows[0].server_version;
}
