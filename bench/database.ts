import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { preparedAtATime, prepareDatabase } from "../foundation/imports/sample.ts";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { severalAtATime } from "../foundation/several-at-a-time.ts";
import { versionChannel, versionTable } from "../foundation/tables/data-version.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";
import { parentOf, postgresCpuMs } from "./systems/cpu.ts";

/** With the sample, on a server that nobody else asks anything. */
export interface Database {
  url: string;
  /** Of PostgreSQL. */
  version: string;
  /** CPU time of the server so far. */
  cpuMs(): number;
  /** Tells all who keep rows that they have changed, as an import into each subgraph does. */
  growCold(): Promise<void>;
  close(): Promise<void>;
}

export async function openSample(): Promise<Database> {
  const folder = await mkdtemp(join(tmpdir(), "cdsf-hub-bench-"));
  await chmod(folder, 0o711);
  const server = await openPostgres(undefined, folder, "tool");
  await severalAtATime(
    preparedAtATime,
    subgraphs.map(({ load, datasets }) => async (signal) => {
      await prepareDatabase({ subgraph: await load(), datasets: await datasets(), databaseUrl: server.url, sample: true, signal });
    }),
  );
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query("vacuum analyze"); // what the server would do during the first minutes of the measure
  const { rows } = await client.query("select current_setting('server_version') as version, pg_backend_pid() as backend");
  const { version, backend } = rows[0];
  const postmaster = parentOf(backend);
  return {
    url: server.url,
    version,
    cpuMs: () => postgresCpuMs(postmaster),
    async growCold() {
      await client.query(`update ${versionTable} set version = version + 1`);
      await client.query(`notify ${versionChannel}`);
    },
    async close() {
      await client.end();
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
