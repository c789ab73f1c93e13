import pg from "pg";
import { openPostgres } from "../foundation/postgres/postgres.ts";
import { versionChannel, versionTable } from "../foundation/tables/data-version.ts";
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

/** @param folder of a hub that has loaded the sample there, on the PostgreSQL that comes with it */
export async function openSample(folder: string): Promise<Database> {
  const server = await openPostgres(undefined, folder, "tool");
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
    },
  };
}
