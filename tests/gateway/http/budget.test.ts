import { setTimeout } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ClientKind, openData, type Rights } from "../../../foundation/rights/rights.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";

const redisUrl = process.env.TEST_REDIS_URL ?? "redis://127.0.0.1:6379";
/** Costs 27. */
const departments = "{ departments: territories(level: DEPARTMENT, first: 26) { nodes { code } } }";
/** Of the same subgraph, and asks a table that `departments` does not. */
const predecessors = '{ territory(level: COMMUNE, code: "52121") { predecessors { name } } }';
const lockedSuccessions = "begin; lock table territories.territory_succession in access exclusive mode";

/** The caller says in a header who he is: `KIND name`. */
async function identify({ headers }: { headers: Record<string, unknown> }): Promise<Rights> {
  const [kind, client] = String(headers["x-caller"] ?? "").split(" ");
  return client ? { client, kind: kind as ClientKind, grants: [] } : openData;
}

async function ask(hub: Hub, query: string, caller = "") {
  const response = await fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-caller": caller },
    body: JSON.stringify({ query }),
  });
  const { headers, status } = response;
  return { status, headers, retryAfter: Number(headers.get("retry-after")), body: (await response.json()) as any };
}

describe("a budget", () => {
  const limits = { budgetAnonymous: 100, budgetAnalyst: 60, budgetWindowSeconds: 60_000 };
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub({ limits, identify });
  });
  afterAll(() => hub.close());

  test("is spent by what operations really cost, until 429 says when to come back; others have their own", async () => {
    const first = await ask(hub, '{ territory(level: DEPARTMENT, code: "52") { parts(level: EPCI, first: 13) { nodes { code } } } }'); // asks for 15, costs 11
    expect(first.body.extensions.cost).toEqual({ requested: 15, actual: 11, remaining: 89 });
    expect(first.headers.get("ratelimit-policy")).toBe('"default";q=100;w=60000');
    expect(first.headers.get("ratelimit")).toMatch(/^"default";r=89;t=(6600|65\d\d)$/);
    for (const remaining of [62, 35, 8]) expect((await ask(hub, departments)).body.extensions.cost.remaining).toBe(remaining);
    const refused = await ask(hub, departments);
    expect(refused.status).toBe(429);
    expect(refused.body.errors).toMatchObject([{ message: expect.stringMatching(/budget/), extensions: { code: "BUDGET_EXHAUSTED" } }]);
    expect(refused.retryAfter).toBeGreaterThan(10_000); // 19 of 100 are missing
    expect(refused.headers.get("ratelimit")).toMatch(/^"default";r=8;/);
    expect(hub.lastCalls()).toEqual({});
    // A small request still fits: the refused one took nothing.
    expect((await ask(hub, '{ territory(level: DEPARTMENT, code: "52") { code } }')).body.extensions.cost.remaining).toBe(7);
    expect((await ask(hub, departments, "ANALYST ined")).body.extensions.cost.remaining).toBe(33);
    expect((await ask(hub, departments, "ANALYST insee")).body.extensions.cost.remaining).toBe(33);
  });

  test("is told on every answer of the graph", async () => {
    for (const init of [
      { method: "GET" },
      { method: "POST", body: "x" },
      { method: "POST", body: "[]", headers: { "content-type": "application/json" } },
    ]) {
      const { headers } = await fetch(`${hub.url}/graphql`, init);
      expect(headers.get("ratelimit-policy")).toBe('"default";q=100;w=60000');
      expect(headers.get("ratelimit")).toMatch(/^"default";r=\d+;t=\d+$/);
    }
  });
});

test("it fills evenly: what is missing for a request comes back before the whole does", async () => {
  await using hub = await startHub({ limits: { budgetAnonymous: 30, budgetWindowSeconds: 20 } });
  await hub.query(departments);
  const { status, retryAfter } = await ask(hub, departments);
  expect(status).toBe(429);
  expect(retryAfter).toBeGreaterThan(8); // 24 of 30 were missing: 16 s
  const seen = new Set<number>();
  await expect
    .poll(
      async () => {
        const { headers } = await fetch(`${hub.url}/graphql`); // costs nothing
        seen.add(Number(/r=(\d+)/.exec(headers.get("ratelimit")!)![1]));
        return [...seen].some((remaining) => remaining > 3 && remaining < 30);
      },
      { timeout: 15_000 },
    )
    .toBe(true);
});

test("the addresses of one IPv6 network are one caller", async () => {
  await using hub = await startHub({ limits: { budgetAnonymous: 30 }, trustedProxies: ["127.0.0.1"] });
  const from = (address: string) => hub.query(departments, {}, { "x-forwarded-for": address }).then(({ status }) => status);
  expect(await from("2001:db8:52:1::1")).toBe(200);
  expect(await from("2001:db8:52:1:ffff::2")).toBe(429);
  expect(await from("2001:db8:52:2::1")).toBe(200);
  expect(await from("::ffff:192.0.2.1")).toBe(200);
  expect(await from("192.0.2.1")).toBe(429);
  expect(await from("192.0.2.1:4711")).toBe(429);
  expect(await from("[2001:db8:52:2::9]:80")).toBe(429);
  expect(await from("unknown")).toBe(200); // what is no address is one caller
  expect(await from("somebody")).toBe(429);
});

test("places of partner systems and dashboards stay free, however many others wait", async () => {
  const limits = { concurrencyAnonymous: 1, concurrencyAnalyst: 1, queueTimeoutMs: 500, queueLength: 3 };
  await using hub = await startHub({ limits, identify });
  const locker = new pg.Client({ connectionString: hub.databaseUrl });
  await locker.connect();
  await locker.query(lockedSuccessions);
  const crowd = ["", "ANALYST ined"].flatMap((caller) => Array.from({ length: 8 }, () => ask(hub, predecessors, caller)));
  const busy = (await Promise.all(crowd.map((answer) => Promise.race([answer, setTimeout(5_000)])))).filter(
    (answer) => answer !== undefined,
  );
  for (const caller of ["PARTNER_SYSTEM caf52", "DASHBOARD haute-marne"]) expect((await ask(hub, departments, caller)).status).toBe(200);
  await locker.end();
  expect(busy).toHaveLength(14);
  expect(hub.log.filter(({ msg }) => msg === "error behind an answer")).toEqual([]);
  for (const { status, body, retryAfter } of busy) {
    expect(body.errors).toMatchObject([{ extensions: { code: "BUSY" } }]);
    expect({ status, retryAfter }).toEqual({ status: 503, retryAfter: 1 });
  }
  expect((await Promise.all(crowd)).filter(({ status }) => status === 200)).toHaveLength(2);
});

test.each(["requestTimeoutMs", "callTimeoutMs"])("what is abandoned after %s is paid all the same", async (limit) => {
  await using hub = await startHub({ limits: { [limit]: 500 } });
  const locker = new pg.Client({ connectionString: hub.databaseUrl });
  await locker.connect();
  await locker.query("begin; lock table territories.territory in access exclusive mode");
  const { body } = await ask(hub, departments);
  await locker.end();
  expect(body.data).toEqual({ departments: null });
  expect(body.extensions.cost).toMatchObject({ requested: 27, actual: 27 });
});

test("one kind of client takes no connection of another, and the hub stays ready", async () => {
  await using hub = await startHub({ identify });
  const locker = new pg.Client({ connectionString: hub.databaseUrl });
  await locker.connect();
  await locker.query(lockedSuccessions);
  const crowd = ["", "ANALYST ined", "DASHBOARD haute-marne"].flatMap((caller) =>
    Array.from({ length: 8 }, () => ask(hub, predecessors, caller)),
  );
  const waiting = "select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  const observer = new pg.Client({ connectionString: hub.databaseUrl });
  await observer.connect();
  await expect.poll(async () => (await observer.query(waiting)).rows[0].count, { timeout: 10_000 }).toBeGreaterThanOrEqual(5);
  const { status, body } = await ask(hub, departments, "PARTNER_SYSTEM caf52");
  expect({ status, errors: body.errors }).toEqual({ status: 200, errors: undefined });
  expect((await fetch(`${hub.url}/health/ready`)).status).toBe(200);
  await locker.end();
  await observer.end();
  await Promise.all(crowd);
});

const probe = new Redis(redisUrl, { lazyConnect: true, retryStrategy: null });
const hasRedis = await probe.connect().then(
  () => true,
  () => false,
);
afterAll(() => probe.disconnect());
if (!hasRedis) console.log(`No Redis at ${redisUrl}: the test of shared budgets is skipped. Start one, or set TEST_REDIS_URL.`);

test.skipIf(!hasRedis)("two gateways with one Redis share the budget of a client", async () => {
  const database = await copyOfSample();
  const caller = `ANALYST ${crypto.randomUUID()}`;
  const options = { databaseUrl: database.url, identify, redisUrl, limits: { budgetAnalyst: 60, budgetWindowSeconds: 6_000 } };
  await using one = await startHub(options);
  await using other = await startHub(options);
  expect((await ask(one, departments, caller)).body.extensions.cost.remaining).toBe(33);
  expect((await ask(other, departments, caller)).body.extensions.cost.remaining).toBe(6);
  expect((await ask(one, departments, caller)).status).toBe(429);
  await database.drop();
});

test("without its Redis a gateway counts for itself, and says so once", async () => {
  await using hub = await startHub({
    identify,
    redisUrl: "redis://127.0.0.1:1",
    limits: { budgetAnalyst: 60, budgetWindowSeconds: 6_000 },
  });
  expect((await ask(hub, departments, "ANALYST ined")).body.extensions.cost.remaining).toBe(33);
  expect((await ask(hub, departments, "ANALYST ined")).body.extensions.cost.remaining).toBe(6);
  expect((await ask(hub, departments, "ANALYST ined")).status).toBe(429);
  expect(hub.log.filter(({ msg }) => /^Redis/.test(msg))).toHaveLength(1);
});
