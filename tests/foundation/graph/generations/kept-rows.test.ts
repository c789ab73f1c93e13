import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../../../foundation/graph/context.ts";
import { freeze } from "../../../../foundation/graph/generations/freeze.ts";
import { Generations } from "../../../../foundation/graph/generations/generations.ts";
import { openReaderDatabase, openSubgraph } from "../../../../foundation/graph/open-subgraph.ts";
import { agreements, agreementsOfDepartment } from "../../../../subgraphs/caf/agreements/readings.ts";
import { listed } from "../../../../subgraphs/subgraphs.ts";
import { cdsfView } from "../../../cdsf-view.ts";
import { clients } from "../../../clients.ts";
import { copyOfSample, type Hub, startHub } from "../../../hub.ts";
import { restrictedRowsIn52 } from "../../../restricted-rows.ts";

/** What is kept of open tables is the same for all, and nothing else is kept. */

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
  await restrictedRowsIn52(database.url);
});
afterAll(() => database.drop());

/** Everything that depends on who asks, beside what does not. */
const mixed = `{ department: territory(level: DEPARTMENT, code: "52") { name inspections(first: 3) { totalCount nodes { id } } scheduledInspections(first: 3) { nodes { id } } }
  draft: inspectionPlan(department: "52", year: 2026) { status objectives { planned done { value } } }
  plan: inspectionPlan(department: "ZZ", year: 2026) { status objectives { planned done { value } } review { presentedOn } }
  facility(id: "ZZ-F052") { name capacity { value } inspections(first: 5) { totalCount nodes { doneOn facility { name } } } } me { id } }`;

const shown = ({ data, errors }: Awaited<ReturnType<Hub["query"]>>) => ({
  data,
  errors: errors?.map(({ path, extensions }) => [path, extensions.code, extensions.departments]),
});

test("each sees exactly his part, whoever has asked before him", async () => {
  await using hub = await startHub({ databaseUrl: database.url });
  const ask = async (client: string) => shown(await hub.query(mixed, {}, client));
  const alone = new Map<string, unknown>();
  for (const client of clients) {
    await hub.growCold();
    alone.set(client, await ask(client));
  }
  expect(new Set([...alone.values()].map((answer) => JSON.stringify(answer))).size).toBeGreaterThan(4);
  await hub.growCold();
  for (const client of ["anonymous", ...clients, ...clients.toReversed()]) expect(await ask(client), client).toEqual(alone.get(client));
});

test("what is read under rights is in the journal each time, however warm the process is", async () => {
  await using hub = await startHub({ databaseUrl: database.url });
  const count = async () => {
    const { data } = await hub.query('{ pmiAccessJournal(department: "ZZ", first: 1) { totalCount } }', {}, "cdzz");
    return data.pmiAccessJournal.totalCount;
  };
  const before = await count();
  const ask = '{ facility(id: "ZZ-F052") { name inspections(first: 5) { totalCount } } }';
  for (let n = 0; n < 5; n++) await hub.query(ask, {}, n % 2 ? "cd52" : "cdzz");
  expect(await count()).toBe(before + 6); // five readings or refusals, and the reading of the journal itself
});

test("a CDSF view that is made anew asks the database for what has a policy, and for nothing else", async () => {
  await using hub = await startHub({ databaseUrl: database.url, trustMs: 60_000, limits: { keptAnswersBytes: 1 } });
  const view = { department: "ZZ", year: 2025 };
  const cold = await hub.query(cdsfView, view);
  expect(Object.keys(hub.takeStatements()).length).toBeGreaterThan(4);
  const questions = hub.questions();
  const warm = await hub.query(cdsfView, view);
  expect(warm.text.replace(/"remaining":\d+/, "")).toBe(cold.text.replace(/"remaining":\d+/, ""));
  expect(hub.statements.map(({ name }) => name)).toEqual(["pmi.plans", "pmi.objectivesOf", "pmi.reviews"]);
  expect(hub.questions()).toBe(questions);
});

test("a caller with rights finds what others have read", async () => {
  await using hub = await startHub({ databaseUrl: database.url });
  const ask = `{ territories(level: DEPARTMENT, first: 100) { nodes {
    name parents(level: REGION) { name } parts(level: EPCI, first: 50) { nodes { name } }
  } } me { id } }`;
  await hub.query(ask);
  hub.takeStatements();
  expect((await hub.query(ask, {}, "cd52")).errors).toBeUndefined();
  expect(new Set(hub.statements.map(({ name }) => name))).toEqual(new Set(["access.callers", "access.clients"]));
});

describe("a row that was read", () => {
  let context: Context;
  let close: () => Promise<unknown>;
  beforeAll(async () => {
    const subgraph = await listed("caf").load();
    const reader = openReaderDatabase(database.url);
    const open = await openSubgraph(subgraph, reader, { journalMonths: 12, onJournalFailure: (cause) => Promise.reject(cause) });
    context = await open.contextOf({});
    close = () => reader.close();
  });
  afterAll(() => close());

  test("cannot be written on, nor what it holds, nor its list", async () => {
    const row = (await agreements(context, "ZZ-CTG-1"))!;
    const { rows } = await agreementsOfDepartment(context, {
      of: "ZZ",
      filters: [null],
      containing: [],
      ranges: [],
      first: 5,
      after: null,
    });
    expect(rows.length).toBeGreaterThan(1);
    for (const write of [
      () => (row.id = "another"),
      () => Object.assign(row, { more: 1 }),
      () => (row.source.publisher = "another"),
      () => row.signatories!.push("another" as never),
      () => rows.pop(),
      () => (rows[0]!.source.publisher = "another"),
    ])
      expect(write).toThrow(TypeError);
  });

  test("is given at once to who asks for it again, and so is that there is none", async () => {
    const row = await agreements(context, "ZZ-CTG-1");
    expect(row).toMatchObject({ id: "ZZ-CTG-1" });
    expect(agreements(context, "ZZ-CTG-1")).toBe(row);
    expect(agreements(context, "nowhere")).toBeInstanceOf(Promise);
    expect(await agreements(context, "nowhere")).toBeNull();
    expect(agreements(context, "nowhere")).toBeNull();
  });
});

/** In bytes, without what nobody holds any more. */
function heapUsed(): number {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
  return process.memoryUsage().heapUsed;
}

test("what is kept stays within its bytes, whatever is asked, and the memory with it", async () => {
  const maxBytes = 4_000_000;
  const versions = { current: () => "1", doubt() {}, async close() {} };
  const generations = new Generations(versions, maxBytes);
  const attacked = await generations.pin("attacked");
  const other = await generations.pin("other");
  other.keep("0 kept", Object.freeze({ name: "kept" }), 100_000);
  const before = heapUsed();
  for (let n = 0; n < 200_000; n++) {
    const row = n % 2 ? null : { id: `nowhere ${n}`, source: { publisher: "Démonstration" }, notes: ["a", "b"] };
    attacked.keep(`12 {"department":"${n}","year":${n}}`, row, freeze(row));
    if (n % 1000 === 0) expect(attacked.bytes + other.bytes).toBeLessThanOrEqual(maxBytes);
  }
  expect(attacked.bytes).toBeGreaterThan(maxBytes / 2);
  expect(attacked.recall('12 {"department":"0","year":0}')).toBeUndefined();
  expect(attacked.recall('12 {"department":"199999","year":199999}')).toBeNull();
  expect(other.recall("0 kept")).toEqual({ name: "kept" }); // the one that keeps most gives up first
  expect(heapUsed() - before).toBeLessThan(2 * maxBytes);
});

test("nothing is kept of a generation whose place another has taken", async () => {
  let version = "1";
  const generations = new Generations({ current: () => version, doubt() {}, async close() {} }, 1_000_000);
  const old = await generations.pin("caf");
  old.keep("0 a", "a", 1);
  version = "2";
  const now = await generations.pin("caf");
  old.keep("0 b", "b", 1);
  expect([old.recall("0 a"), old.recall("0 b"), now.recall("0 a")]).toEqual(["a", undefined, undefined]);
  expect(await generations.pin("caf")).toBe(now);
});
