import { connect } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyOfSample, startHub } from "../../hub.ts";
import { startApart } from "../../subgraph-apart.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
let locker: pg.Client;
let watcher: pg.Client;
beforeAll(async () => {
  database = await copyOfSample();
  [locker, watcher] = [0, 1].map(() => new pg.Client({ connectionString: database.url })) as [pg.Client, pg.Client];
  await Promise.all([locker.connect(), watcher.connect()]);
  await locker.query("begin");
  await locker.query("lock table territories.territory_population, territories.territory_succession in access exclusive mode");
});
afterAll(async () => {
  await Promise.all([locker.end(), watcher.end()]);
  await database.drop();
});

/** Statements of the hub that wait for the lock. */
async function waiting(): Promise<number> {
  const { rows } = await watcher.query(
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'cdsf-hub/%' and wait_event_type = 'Lock'",
  );
  return rows[0].n;
}

const query =
  '{ department: territory(level: DEPARTMENT, code: "52") { legalPopulation { value } } regions: territories(level: REGION, first: 20) { nodes { code } } commune: territory(level: COMMUNE, code: "52121") { predecessors { name } } }';
const body = JSON.stringify({ query });
const headers = { "content-type": "application/json" };

describe.each([{ place: "in process" }, { place: "apart" }])("with the subgraph $place", ({ place }) => {
  let apart: Awaited<ReturnType<typeof startApart>> | undefined;
  beforeAll(async () => {
    if (place === "apart") apart = await startApart("territories", database.url);
  });
  afterAll(() => apart?.stop());
  const options = () => ({ databaseUrl: database.url, urls: apart && { territories: apart.url } });

  test("a client who leaves takes his statements with him", async () => {
    await using hub = await startHub({ ...options(), limits: { concurrencyAnonymous: 1 } });
    const client = new AbortController();
    const left = fetch(`${hub.url}/graphql`, { method: "POST", headers, body, signal: client.signal }).catch((error: Error) => error.name);
    await expect.poll(waiting).toBeGreaterThanOrEqual(3);
    client.abort();
    expect(await left).toBe("AbortError");
    await expect.poll(waiting).toBe(0);
    expect((await hub.query("{ indicators { code } }")).status).toBe(200); // nor does he keep his place
  });

  test("when the time of the request is up, the rest of the answer comes, and the statements are cancelled", async () => {
    await using hub = await startHub({ ...options(), limits: { requestTimeoutMs: 3_000 } });
    const started = performance.now();
    const { data, errors } = await hub.query(query.replace("regions", "indicators { code } regions"));
    expect(performance.now() - started).toBeLessThan(10_000); // the lock is held for ever
    expect(data).toMatchObject({ department: null, regions: null, commune: null });
    expect(data.indicators.length).toBeGreaterThan(70);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain("REQUEST_TIMEOUT");
    await expect.poll(waiting).toBe(0);
  });

  test("when the time of a call is up, its statements are cancelled too", async () => {
    await using hub = await startHub({ ...options(), limits: { callTimeoutMs: 700 } });
    const { errors } = await hub.query(query);
    expect(errors?.map(({ extensions }) => extensions.code)).toContain("SOURCE_UNAVAILABLE");
    await expect.poll(waiting).toBe(0);
  });
});

test("who does not read his answer keeps no place", async () => {
  await using hub = await startHub({ limits: { concurrencyAnonymous: 1, queueTimeoutMs: 20_000, maxCost: 1_000_000 } });
  const { hostname, port } = new URL(hub.url);
  const names = Array.from({ length: 50 }, (_, n) => `name${n}: name`).join(" ");
  const large = (first: number) =>
    JSON.stringify({ query: `{ committees { department { parts(level: COMMUNE, first: ${first}) { nodes { ${names} } } } } }` }); // 15 MB, more than a socket holds
  const head = `POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: ${large(99).length}\r\n\r\n`;
  const silent = [97, 98, 99].map((first) => {
    const socket = connect(Number(port), hostname)
      .on("error", () => {})
      .pause();
    socket.write(head + large(first)); // another page each: the same is not read again
    return socket;
  });
  await expect.poll(() => hub.statements.filter(({ sql }) => sql.includes("jsonb_to_recordset")).length, { timeout: 20_000 }).toBe(3);
  expect((await hub.query("{ committees { id } }")).status).toBe(200);
  for (const socket of silent) socket.destroy();
});

test.each([
  ["the head", "POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: appl"],
  ["the body", 'POST /graphql HTTP/1.1\r\nhost: hub\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query": "'],
])("who sends %s too slowly is closed, and drop by drop does not help", async (_, start) => {
  await using hub = await startHub({ limits: { sendTimeoutMs: 400 } });
  const { hostname, port } = new URL(hub.url);
  const socket = connect(Number(port), hostname);
  const closed = new Promise((done) => socket.on("close", done));
  socket.on("error", () => {});
  let answer = "";
  socket.on("data", (bytes) => (answer += bytes));
  socket.write(start);
  const drops = setInterval(() => socket.writable && socket.write("x"), 50);
  const started = performance.now();
  await closed;
  clearInterval(drops);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
});
