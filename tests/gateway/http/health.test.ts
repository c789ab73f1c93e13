import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cdsfView } from "../../cdsf-view.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";

/** The way to a server, which can be cut (connections break, none is accepted) or go silent (nothing passes any more). */
async function openProxy(target: URL) {
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on("data", (bytes) => !silent && to.write(bytes));
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const listen = (port: number) => new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const breakAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    async cut() {
      const closed = new Promise((done) => server.close(done));
      breakAll();
      await closed;
    },
    restore: () => listen(port),
    silence() {
      silent = true;
    },
    speak() {
      silent = false;
      breakAll();
    },
    close() {
      server.close();
      breakAll();
    },
  };
}

let database: Awaited<ReturnType<typeof copyOfSample>>;
let proxy: Awaited<ReturnType<typeof openProxy>>;
let hub: Hub;

beforeEach(async () => {
  database = await copyOfSample();
  proxy = await openProxy(new URL(database.url));
  hub = await startHub({ databaseUrl: proxy.url, limits: { callTimeoutMs: 1500 } });
});
afterEach(async () => {
  proxy?.close();
  await hub?.close();
  await database?.drop();
});

async function health(what: "live" | "ready") {
  const response = await fetch(`${hub.url}/health/${what}`, { signal: AbortSignal.timeout(2000) });
  return { status: response.status, body: await response.json() };
}

/** Within two seconds, as whoever polls it sees. */
const becomes = (status: number) => expect.poll(async () => (await health("ready")).status, { timeout: 2000, interval: 50 }).toBe(status);

const view = () => hub.query(cdsfView, { department: "52", year: 2025 });

test.each([
  ["is cut off", () => proxy.cut(), () => proxy.restore()],
  ["goes silent", async () => proxy.silence(), async () => proxy.speak()],
])("ready follows a database that %s, within two seconds and back by itself; live does not", async (_, lose, restore) => {
  const before = await view();
  expect(before.errors).toBeUndefined();
  expect(await health("ready")).toEqual({ status: 200, body: { status: "ready", loading: [] } });

  await lose();
  await becomes(503);
  expect(await health("ready")).toEqual({ status: 503, body: { status: "unavailable", loading: [] } });
  expect(await health("live")).toEqual({ status: 200, body: { status: "live" } });

  const { status, data, errors, text } = await view();
  expect(status).toBe(200);
  expect(data).toEqual({ committee: null });
  expect(errors).toMatchObject([
    {
      message: expect.stringContaining("Secrétariat du CDSF"),
      path: ["committee"],
      extensions: { code: "SOURCE_UNAVAILABLE", source: "cdsf" },
    },
  ]);
  expect(text).not.toMatch(/ECONN|127\.0\.0\.1|timeout|pool|stack/i);

  await restore();
  await becomes(200);
  expect((await view()).data).toEqual(before.data);
});

test("ready asks the database each time, however many ask at once", async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => health("ready")));
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  await proxy.cut();
  const later = await Promise.all(Array.from({ length: 50 }, () => health("ready")));
  expect(later.every(({ status }) => status === 503)).toBe(true);
});

test("a connection that breaks under a statement costs its fields, not the process", async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query("begin; lock table territories.territory in access exclusive mode");
  const asked = hub.query('{ commune: territory(level: COMMUNE, code: "52121") { name } }');
  const waits = "select from pg_locks join pg_database d on d.oid = database where not granted and datname = current_database()";
  await expect.poll(async () => (await client.query(waits)).rowCount).toBe(1);
  await proxy.cut();
  expect((await asked).errors).toMatchObject([{ path: ["commune"], extensions: { code: "SOURCE_UNAVAILABLE" } }]);
  await client.end();
  await proxy.restore();
  await becomes(200);
});

test("a hub that fails half-way leaves no connection open", async () => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await hub.close();
  await expect(startHub({ databaseUrl: database.url, clients: [{ id: "../nobody", scopes: [] }] })).rejects.toThrow(
    "identifiant d'un client",
  );
  const open = "select application_name from pg_stat_activity where datname = current_database() and application_name like 'cdsf-hub/%'";
  await expect.poll(async () => (await client.query(open)).rows, { timeout: 2000 }).toEqual([]);
  await client.end();
});
