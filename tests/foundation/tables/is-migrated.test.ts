import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isMigrated } from "../../../foundation/tables/is-migrated.ts";
import { migrate } from "../../../foundation/tables/migrate.ts";
import { openOrm } from "../../../foundation/tables/orm.ts";
import pmi from "../../../subgraphs/pmi/subgraph.ts";
import { emptyDatabase } from "../../hub.ts";

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let owner: pg.Client;
beforeAll(async () => {
  database = await emptyDatabase();
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const isUpToDate = () => isMigrated(owner, pmi.tables);

async function bringUpToDate(): Promise<void> {
  const orm = await openOrm(pmi.tables, database.url);
  await migrate(orm).finally(() => orm.close(true));
}

test("an empty base is not migrated, and is once it has been", async () => {
  expect(await isUpToDate()).toBe(false);
  await bringUpToDate();
  expect(await isUpToDate()).toBe(true);
});

test.each([
  ["its journal is gone", "drop schema pmi_journal cascade"],
  ["what is written in one of its tables does not change its version", "drop trigger data_version on pmi.inspection_plan"],
  ["it has no version", "delete from cdsf_hub.data_version where subgraph = 'pmi'"],
  ["no subgraph has one", "drop schema cdsf_hub cascade"],
  ["the reader may not see the schema", "revoke usage on schema pmi from cdsf_hub_reader"],
  ["the reader may not read one of its tables", "revoke select on pmi.inspection_review from cdsf_hub_reader"],
])("it is not where %s, and migrating mends it", async (_, statement) => {
  await owner.query(statement);
  expect(await isUpToDate()).toBe(false);
  await bringUpToDate();
  expect(await isUpToDate()).toBe(true);
});

test.each([
  ["one of its migrations was not run", "delete from pmi.migration where name like '%initial'"],
  ["one of its tables is gone", "drop table pmi.inspection cascade"],
  ["this user may not become the reader", `create role stranger_${process.pid}; set local role stranger_${process.pid}`],
])("nor where %s", async (_, statements) => {
  await owner.query("begin");
  await owner.query(statements);
  expect(await isUpToDate()).toBe(false);
  await owner.query("rollback");
  expect(await isUpToDate()).toBe(true);
});

test("a connection that breaks is an error, and no answer", async () => {
  const client = new pg.Client({ connectionString: database.url });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query("select pg_backend_pid() as id");
  await owner.query("select pg_terminate_backend($1)", [rows[0].id]);
  await expect(isMigrated(client, pmi.tables)).rejects.toThrow();
});
