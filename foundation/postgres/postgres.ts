import pg from "pg";
import { asStartError, StartError } from "../start-error.ts";
import { startEmbeddedPostgres } from "./embedded-postgres.ts";

export interface Postgres {
  url: string;
  close(): Promise<void>;
}

/**
 * The server of `DATABASE_URL`, checked, or else the embedded one.
 * @param folder where the embedded server keeps its files
 * @throws StartError with what is wrong and what to do.
 */
export async function openPostgres(databaseUrl: string | undefined, folder: string, role: "hub" | "tool"): Promise<Postgres> {
  if (!databaseUrl) return startEmbeddedPostgres(folder, role);
  const where = withoutPassword(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
  try {
    await client.connect();
    await client.query("select 1");
  } catch (error) {
    const known = asStartError(error, where);
    throw known instanceof StartError ? known : new StartError(`Base de données ${where} : ${(error as Error).message}.`);
  } finally {
    await client.end().catch(() => {});
  }
  return { url: databaseUrl, close: async () => {} };
}

/** The URL as it may be printed. @throws StartError where it is no PostgreSQL URL. */
function withoutPassword(databaseUrl: string): string {
  const expected = "DATABASE_URL doit avoir la forme postgresql://utilisateur:motdepasse@machine:5432/base";
  if (!URL.canParse(databaseUrl)) throw new StartError(`${expected} ; celle donnée n'est pas une URL.`);
  const url = new URL(databaseUrl);
  if (!["postgresql:", "postgres:"].includes(url.protocol)) throw new StartError(`${expected} ; elle commence par « ${url.protocol}// ».`);
  if (url.pathname.length < 2) throw new StartError(`${expected} ; il manque le nom de la base.`);
  return `${url.host}${url.pathname}`;
}
