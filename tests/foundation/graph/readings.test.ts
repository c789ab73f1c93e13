import { readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readerRole } from "../../../foundation/rights/row-level-security.ts";
import { subgraphs } from "../../../subgraphs/subgraphs.ts";
import { copyOfSample, startHub } from "../../hub.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
let reader: pg.Client;
let owner: pg.Client;
let watcher: pg.Client;
beforeAll(async () => {
  database = await copyOfSample();
  reader = new pg.Client({ connectionString: database.url, options: `-c role=${readerRole}` });
  [owner, watcher] = [0, 1].map(() => new pg.Client({ connectionString: database.url })) as [pg.Client, pg.Client];
  await Promise.all([reader.connect(), owner.connect(), watcher.connect()]);
});
afterAll(async () => {
  await Promise.all([reader.end(), owner.end(), watcher.end()]);
  await database.drop();
});

test.each(subgraphs)("every printed statement of $name is one that the reader may prepare", async ({ name }) => {
  const printed = readFileSync(new URL(`../../../schema/statements/${name}.sql`, import.meta.url), "utf8");
  const statements = printed.split(/^-- (?=\S+\.\S+$)/m).slice(1);
  expect(statements.length).toBeGreaterThan(2);
  for (const [index, statement] of statements.entries()) {
    const [title, ...text] = statement.trim().split("\n");
    await reader
      .query(`prepare "${name} ${index}" as ${text.join("\n")}`)
      .catch((error: Error) => expect.fail(`${title}: ${error.message}`));
  }
});

test("every reading of a subgraph is used: imported by name, or what finds a type by its key", () => {
  const root = new URL("../../../subgraphs/", import.meta.url);
  const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => ({ path, text: readFileSync(new URL(path, root), "utf8") }));
  const used = new Set(
    sources.flatMap(({ text }) => [
      ...[...text.matchAll(/import \{([^}]*)\} from "[^"]*readings\.ts"/g)].flatMap(([, names]) => names!.match(/\w+/g)!),
      ...[...text.matchAll(/=> \w+\.(\w+)\(context, id\)/g)].map(([, name]) => name!),
    ]),
  );
  const listed = sources
    .filter(({ path }) => path.endsWith("/readings.ts"))
    .flatMap(({ path, text }) => [...text.matchAll(/^export const (\w+)/gm)].map(([, name]) => ({ path, name: name! })));
  expect(listed.length).toBeGreaterThan(40);
  expect(listed.filter(({ name }) => !used.has(name))).toEqual([]);
});

/** Connections of the hub to this database, and how many of them wait for a lock. */
async function connections(): Promise<{ all: number; waiting: number }> {
  const { rows } = await watcher.query(
    `select count(*)::int as all, count(*) filter (where wait_event_type = 'Lock')::int as waiting
     from pg_stat_activity where datname = current_database() and application_name like 'cdsf-hub/%'`,
  );
  return rows[0];
}

test("a process takes at most 16 connections, however many clients of each kind wait for however many subgraphs", async () => {
  await using hub = await startHub({ databaseUrl: database.url });
  const clients = ["anonymous", "analyst", "dashboard", "cd52"];
  await hub.query('{ pmiAccessJournal(department: "52", first: 1) { totalCount } me { id } }', {}, "cd52"); // the journal's connection too
  await owner.query(
    "begin; lock table territories.territory, cdsf.family_services_committee, caf.territorial_agreement in access exclusive mode",
  );
  const query = `{ regions: territories(level: REGION, first: 100) { totalCount nodes { code } } committees { id } agreement(id: "x") { id }
    department: territory(level: DEPARTMENT, code: "52") { parents(level: REGION) { code } } }`;
  const asked = clients.flatMap((client) => Array.from({ length: 6 }, () => hub.query(query, {}, client)));
  await expect.poll(async () => (await connections()).waiting, { timeout: 10_000 }).toBe(12);
  const { all } = await connections();
  expect(all).toBeLessThanOrEqual(16);
  await owner.query("rollback");
  for (const { data, errors } of await Promise.all(asked)) expect([errors, data.regions.totalCount]).toEqual([undefined, 18]);
});
