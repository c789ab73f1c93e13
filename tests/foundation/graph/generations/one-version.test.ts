import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openData } from "../../../../foundation/rights/rights.ts";
import { signCall } from "../../../gateway-key.ts";
import { copyOfSample, type Hub, startHub } from "../../../hub.ts";
import { type Apart, startApart } from "../../../subgraph-apart.ts";

/** An answer is wholly of one state of the data, whatever is committed while it is read. */

let database: Awaited<ReturnType<typeof copyOfSample>>;
let owner: pg.Client;
let watcher: pg.Client;
beforeAll(async () => {
  database = await copyOfSample();
  [owner, watcher] = [0, 1].map(() => new pg.Client({ connectionString: database.url })) as [pg.Client, pg.Client];
  await Promise.all([owner.connect(), watcher.connect()]);
});
afterAll(async () => {
  await Promise.all([owner.end(), watcher.end()]);
  await database.drop();
});

const services =
  '{ department: territory(level: DEPARTMENT, code: "ZZ") { familyServices(first: 100) { nodes { name activity { period } } } } }';
const plan = '{ inspectionPlan(department: "ZZ", year: 2025) { orientations objectives { planned } } }';

/** Names of the first table that a call reads, and what the second says. */
const told: Record<string, (data: any) => [first: unknown[], second: unknown[]]> = {
  [services]: ({ department }) => {
    const { nodes } = department.familyServices;
    return [nodes.map(({ name }: any) => name), nodes.flatMap(({ activity }: any) => activity.map(({ period }: any) => period))];
  },
  [plan]: ({ inspectionPlan }) => [inspectionPlan.orientations, inspectionPlan.objectives.map(({ planned }: any) => planned)],
};

describe.each(["in process", "apart"])("%s", (place) => {
  const apart: Apart[] = [];
  let hub: Hub;
  beforeEach(async () => {
    if (place === "apart") apart.push(await startApart("caf", database.url), await startApart("pmi", database.url));
    hub = await startHub({ databaseUrl: database.url, urls: Object.fromEntries(apart.map(({ name, url }) => [name, url])) });
  });
  afterEach(async () => {
    await hub.close();
    for (const { stop } of apart.splice(0)) await stop();
  });

  test.each([
    [
      "of open tables",
      services,
      "caf.service_activity",
      "update caf.family_service set name = $1 where department = 'ZZ'",
      "update caf.service_activity set period = $1",
    ],
    [
      "of tables with a policy",
      plan,
      "pmi.inspection_objective",
      "update pmi.inspection_plan set orientations = array[$1] where id = 'ZZ-2025'",
      "update pmi.inspection_objective set planned = $1::int where plan_id = 'ZZ-2025'",
    ],
  ])("what is committed between two statements %s is in the whole answer", async (_, query, table, first, second) => {
    await owner.query(`begin; lock table ${table} in access exclusive mode`);
    const asked = hub.query(query);
    const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    await expect.poll(async () => (await watcher.query(waiting)).rowCount).toBe(1); // the second, once the first is read
    const value = String(Math.floor(Math.random() * 1e6));
    for (const change of [first, second]) await owner.query(change, [value]);
    await owner.query("commit");
    const { data, errors } = await asked;
    expect(errors).toBeUndefined();
    expect(told[query]!(data).map((values) => [...new Set(values.map(String))])).toEqual([[value], [value]]);
  });

  test("where data change faster than they can be read, the partner is unavailable after three attempts", async () => {
    await owner.query(`alter table cdsf_hub.data_version rename to versions;
      create view cdsf_hub.data_version as select subgraph, (random() * 1e15)::bigint as version from cdsf_hub.versions;
      grant select on cdsf_hub.data_version to cdsf_hub_reader`);
    hub.takeStatements();
    const { data, errors } = await hub.query('{ agreement(id: "ZZ-CTG-1") { id } }');
    await owner.query("drop view cdsf_hub.data_version; alter table cdsf_hub.versions rename to data_version");
    expect([data, errors!.map(({ extensions }) => extensions.code)]).toEqual([{ agreement: null }, ["SOURCE_UNAVAILABLE"]]);
    if (place === "in process") expect(hub.takeStatements().caf).toBe(3);
    expect((await hub.query('{ agreement(id: "ZZ-CTG-1") { id } }')).data.agreement).toEqual({ id: "ZZ-CTG-1" });
  });
});

test("a subgraph tells the gateway which version its answer is of, and the gateway tells no client", async () => {
  const { name, url, stop } = await startApart("caf", database.url);
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${await signCall(name, openData)}` },
    body: JSON.stringify({ query: '{ agreement(id: "ZZ-CTG-1") { id } }' }),
  });
  const { rows } = await owner.query("select version from cdsf_hub.data_version where subgraph = 'caf'");
  expect(await response.json()).toEqual({
    data: { agreement: { id: "ZZ-CTG-1" } },
    extensions: { dataVersion: expect.stringMatching(`^${rows[0].version}@20`) },
  });
  for (const urls of [{}, { caf: url }] as Record<string, string>[]) {
    await using hub = await startHub({ databaseUrl: database.url, urls });
    const { extensions } = await hub.query('{ agreement(id: "ZZ-CTG-1") { id } }');
    expect(Object.keys(extensions!)).toEqual(["cost"]);
  }
  await stop();
});
