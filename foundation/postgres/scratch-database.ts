import pg from "pg";

/** A new empty database on the same server, or a copy of `template`; for tests and tools. */
export async function createScratchDatabase(
  serverUrl: string,
  template = "template1",
): Promise<{ url: string; name: string; drop(): Promise<void> }> {
  const name = `hub_scratch_${crypto.randomUUID().replaceAll("-", "")}`;
  await onServer(serverUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, name, drop: () => onServer(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
