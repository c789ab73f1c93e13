import { on } from "node:events";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cdsfView } from "../../cdsf-view.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

/** What is asked again before its data change is answered with the same bytes, to those who ask without a token. */

const variables = { department: "ZZ", year: 2025 };
const bodies = '{ committee(department: "ZZ") { bodies { name } } }';

let database: Awaited<ReturnType<typeof copyOfSample>>;
let hub: Hub;
beforeAll(async () => {
  database = await copyOfSample();
  // A budget that does not fill while the tests run.
  hub = await startHub({ databaseUrl: database.url, limits: { budgetAnonymous: 1_000_000, budgetWindowSeconds: 100_000_000 } });
});
afterAll(async () => {
  await hub.close();
  await database.drop();
});
beforeEach(() => hub.growCold());

const isKept = () => hub.log.findLast(({ msg }) => msg === "request")!.kept === true;
const withoutCost = (text: string) => text.replace(/,"extensions":.*$/, "");

async function importBody(name: string): Promise<void> {
  const cells = {
    departement: "ZZ",
    code: "fraiche",
    libelle: name,
    nature: "",
    pilotage: "",
    membres: "",
    periodicite: "",
    role: "",
    categorie: "PLENARY",
  };
  await importRows(database.url, ["cdsf", "committee-bodies"], [cells]);
}

test("a warm view asks no partner and the database nothing, and costs what it did", async () => {
  const cold = await hub.query(cdsfView, variables);
  expect([cold.errors, isKept()]).toEqual([undefined, false]);
  hub.takeStatements();
  const warm = await hub.query(cdsfView, variables);
  expect([isKept(), hub.takeStatements(), hub.lastCalls()]).toEqual([true, {}, {}]);
  expect(withoutCost(warm.text)).toBe(withoutCost(cold.text));
  const { requested, actual } = cold.extensions!.cost;
  expect(warm.extensions!.cost).toMatchObject({ requested, actual });
  expect(warm.extensions!.cost.remaining).toBe(cold.extensions!.cost.remaining - actual);
});

test("other variables, another operation and other conditions are other answers", async () => {
  const query = `query One($code: ID!, $more: Boolean = false) { department: territory(level: DEPARTMENT, code: $code) { name code @include(if: $more) } }
    query Two($code: ID!) { department: territory(level: DEPARTMENT, code: $code) { code } }`;
  const ask = async (operationName: string, given: object) => {
    const body = JSON.stringify({ query, operationName, variables: given });
    const answer = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    return ((await answer.json()) as any).data.department;
  };
  for (let pass = 0; pass < 2; pass++) {
    expect(await ask("One", { code: "52" })).toEqual({ name: "Haute-Marne" });
    expect(await ask("One", { code: "ZZ" })).toEqual({ name: expect.stringMatching(/fictif|démonstration/i) });
    expect(await ask("One", { code: "52", more: true })).toEqual({ name: "Haute-Marne", code: "52" });
    expect(await ask("Two", { code: "52" })).toEqual({ code: "52" });
    expect(isKept()).toBe(pass === 1);
  }
});

test("what was imported is in the next answer, and the tag of the data is another", async () => {
  const tagOf = async () => {
    const body = JSON.stringify({ query: bodies });
    const { headers } = await fetch(`${hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body });
    return headers.get("etag");
  };
  const before = await tagOf();
  expect([before, await tagOf()]).toEqual([expect.stringMatching(/^W\/"/), before]);
  const name = `Instance ${crypto.randomUUID()}`;
  await importBody(name);
  const { text } = await hub.query(bodies);
  expect(text).toContain(name);
  expect(await tagOf()).not.toBe(before);
});

test("what another subgraph imports leaves an answer as it is", async () => {
  await hub.query("{ territories(level: REGION, first: 18) { nodes { name } } }");
  await importBody("Instance d'ailleurs");
  await hub.query("{ territories(level: REGION, first: 18) { nodes { name } } }");
  expect(isKept()).toBe(true);
});

test("a bearer of a token is answered for himself, before and after others", async () => {
  const query = '{ department: territory(level: DEPARTMENT, code: "52") { name } me { id } }';
  for (let pass = 0; pass < 2; pass++) {
    expect((await hub.query(query)).data.me).toBeNull();
    expect((await hub.query(query, {}, "cdzz")).data.me).toEqual({ id: "cdzz" });
    expect(isKept()).toBe(false);
    expect((await hub.query(query, {}, "cd52")).data.me).toEqual({ id: "cd52" });
    expect(isKept()).toBe(false);
  }
  expect((await hub.query(query)).data.me).toBeNull();
  expect(isKept()).toBe(true);
});

test("an answer with an error is made anew each time", async () => {
  const query = '{ department: territory(level: DEPARTMENT, code: "ZZ") { inspections(first: 1) { totalCount } name } }';
  for (let pass = 0; pass < 2; pass++) {
    const { errors } = await hub.query(query);
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect(isKept()).toBe(false);
  }
});

async function locked<Result>(table: string, work: (waiting: () => Promise<number>, free: () => Promise<unknown>) => Promise<Result>) {
  const [locker, watcher] = [0, 1].map(() => new pg.Client({ connectionString: database.url })) as [pg.Client, pg.Client];
  await Promise.all([locker.connect(), watcher.connect()]);
  await locker.query("begin");
  await locker.query(`lock table ${table} in access exclusive mode`);
  const waits =
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name like 'cdsf-hub/%' and wait_event_type = 'Lock'";
  try {
    return await work(
      async () => (await watcher.query(waits)).rows[0].n,
      () => locker.query("rollback"),
    );
  } finally {
    await Promise.all([locker.end(), watcher.end()]);
  }
}

const ask = (signal?: AbortSignal) =>
  fetch(`${hub.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ regions: territories(level: REGION, first: 18) { nodes { code } } }" }),
    ...(signal && { signal }),
  });

/** Sends requests, and waits until the hub has taken each of them up: one more, behind them on the same way, was answered. */
async function taken<Answer>(count: number, send: () => Answer): Promise<Answer[]> {
  const requests = on(hub.app.server, "request");
  const sent = Array.from({ length: count }, send);
  for (let n = 0; n < count; n++) await requests.next();
  await requests.return!();
  await hub.query("{ __typename }");
  return sent;
}

test("the same question of several at once is answered once", async () => {
  hub.takeStatements();
  const answers = await locked("territories.territory", async (waiting, free) => {
    const asked = await taken(6, () => ask());
    await expect.poll(waiting).toBe(1);
    await free();
    return Promise.all(asked.map(async (answer) => withoutCost(await (await answer).text())));
  });
  expect(new Set(answers).size).toBe(1);
  expect(hub.takeStatements()).toEqual({ territories: 1 });
  expect(JSON.parse(`${answers[0]}}`).data.regions.nodes).toHaveLength(18);
});

test("who leaves takes his question with him only where nobody else waits for the answer", async () => {
  const kept = await locked("territories.territory", async (waiting, free) => {
    const [first, second] = [new AbortController(), new AbortController()];
    const left = ask(first.signal).catch((error: Error) => error.name);
    await expect.poll(waiting).toBe(1);
    const [stays] = await taken(1, () => ask(second.signal));
    first.abort();
    expect(await left).toBe("AbortError");
    expect(await waiting()).toBe(1);
    await free();
    return ((await (await stays!).json()) as any).data.regions.nodes;
  });
  expect(kept).toHaveLength(18);
  await hub.growCold();
  await locked("territories.territory", async (waiting) => {
    const only = new AbortController();
    const left = ask(only.signal).catch((error: Error) => error.name);
    await expect.poll(waiting).toBe(1);
    only.abort();
    expect(await left).toBe("AbortError");
    await expect.poll(waiting).toBe(0);
  });
});

test("kept answers take no more room than they are given", async () => {
  await using small = await startHub({ databaseUrl: database.url, limits: { keptAnswersBytes: 20_000 } });
  const query = (n: number) =>
    `{ territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: ${n}) { nodes { name code } } } }`;
  for (let n = 1; n <= 60; n++) await small.query(query(n));
  const keptNow = async (n: number) => {
    await small.query(query(n));
    return small.log.findLast(({ msg }) => msg === "request")!.kept === true;
  };
  expect([await keptNow(60), await keptNow(1)]).toEqual([true, false]);
});
