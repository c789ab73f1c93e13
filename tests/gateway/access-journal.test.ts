import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { restrictedRowsIn52 } from "../restricted-rows.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({ prepare: restrictedRowsIn52 });
});
afterAll(() => hub.close());

const journal = `query Journal($department: ID!, $after: String, $first: Int! = 100, $to: DateTime) { pmiAccessJournal(department: $department, first: $first, after: $after, to: $to) {
  totalCount pageInfo { hasNextPage endCursor } nodes { id at client habilitation purpose operation scope subject rows allowed } } }`;
const read = async (client: string, variables: object) => (await hub.query(journal, variables, client)).data.pmiAccessJournal;
const inspections = (id: string) => `query Suivi { facility(id: "${id}") { name inspections(first: 5) { totalCount nodes { doneOn } } } }`;

async function owner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: hub.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test("a reading is in the owner's journal with who, why and what, and without a value", async () => {
  const { data } = await hub.query(inspections("52-F052"), {}, "pref52");
  const [last] = (await read("cd52", { department: "52" })).nodes;
  expect(last).toEqual({
    id: expect.any(String),
    at: expect.stringMatching(/^20\d\d-/),
    client: "pref52",
    habilitation: "DEMO-PREF52",
    purpose: expect.stringContaining("pouvoir de contrôle du préfet"),
    operation: "Suivi",
    scope: "inspections:read",
    subject: "ChildcareFacility:52-F052",
    rows: data.facility.inspections.nodes.length,
    allowed: true,
  });
});

test("a refusal in another territory is there too, for the owner of that territory and nobody else", async () => {
  const { data, errors } = await hub.query(inspections("52-F051"), {}, "cdzz");
  expect(data.facility.inspections).toBeNull();
  expect(errors).toMatchObject([{ path: ["facility", "inspections"], extensions: { code: "FORBIDDEN", departments: ["52"] } }]);
  const [last] = (await read("cd52", { department: "52" })).nodes;
  expect(last).toMatchObject({ client: "cdzz", subject: "ChildcareFacility:52-F051", rows: 0, allowed: false, habilitation: null });
  const other = await hub.query(journal, { department: "52" }, "cdzz");
  expect(other.data.pmiAccessJournal).toBeNull();
  expect(JSON.stringify((await read("cdzz", { department: "ZZ" })).nodes)).not.toContain("52-F051");
});

test("so is the refusal of a client who holds the scope nowhere, though the gateway lets nothing pass", async () => {
  hub.takeStatements();
  const { data, errors } = await hub.query(inspections("52-F051"), {}, "dashboard");
  expect(data.facility.inspections).toBeNull();
  expect(errors).toMatchObject([{ path: ["facility", "inspections"], extensions: { code: "FORBIDDEN", departments: ["52"] } }]);
  expect(hub.statements.filter(({ sql }) => /\binspection\b/.test(sql))).toEqual([]);
  const [last] = (await read("cd52", { department: "52" })).nodes;
  expect(last).toMatchObject({ client: "dashboard", subject: "ChildcareFacility:52-F051", rows: 0, allowed: false, habilitation: null });
});

test("below a list a client who holds the scope nowhere is refused once", async () => {
  const count = async () => (await read("cd52", { department: "52" })).totalCount;
  const before = await count();
  const { data, errors } = await hub.query("{ committees { department { code inspections(first: 1) { totalCount } } } }", {}, "dashboard");
  expect(new Set(data.committees.map(({ department }: any) => department.inspections))).toEqual(new Set([null]));
  expect(errors).toMatchObject([
    { path: ["committees", 0, "department", "inspections"], extensions: { code: "FORBIDDEN", departments: [] } },
  ]);
  expect(await count()).toBe(before + 1); // the reading of the journal itself
});

test("what a caller writes is cut short, and cannot keep others' lines out", async () => {
  const name = "A".repeat(50_000);
  await hub.query(`query ${name} { facility(id: "52-F051") { inspections(first: 1) { totalCount } } }`, {}, "cdzz");
  const query = `query Two($other: ID!) { a: pmiAccessJournal(department: $other, first: 1) { totalCount } b: facility(id: "52-F051") { inspections(first: 1) { totalCount } } }`;
  const { errors } = await hub.query(query, { other: "\u0000\ud800" }, "cdzz");
  expect(errors!.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN", "FORBIDDEN"]);
  const { nodes } = await read("cd52", { department: "52" });
  expect(nodes.slice(0, 2)).toMatchObject([{ operation: "Two" }, { operation: name.slice(0, 100) }]);
});

test("plans read before they are published leave a line, open data leave none", async () => {
  const count = async () => (await read("cdzz", { department: "ZZ" })).totalCount;
  const before = await count();
  await hub.query(
    `{ inspectionPlan(department: "ZZ", year: 2025) { status } facilities(department: "ZZ", first: 5) { totalCount } }`,
    {},
    "caf52",
  );
  expect(await count()).toBe(before + 1); // the reading of the journal itself
  await hub.query(`query Projet { inspectionPlan(department: "ZZ", year: 2026) { status } }`, {}, "caf52");
  const { nodes } = await read("cdzz", { department: "ZZ" });
  expect(nodes.find(({ client }: any) => client === "caf52")).toMatchObject({
    operation: "Projet",
    scope: "plans:unpublished",
    subject: "InspectionPlan:ZZ-2026",
    allowed: true,
  });
});

test("pages follow each other, newest first", async () => {
  for (const id of ["52-F001", "52-F002", "52-F003"]) await hub.query(inspections(id), {}, "cd52");
  const to = new Date().toISOString();
  const all = await read("cd52", { department: "52", to });
  const first = await read("cd52", { department: "52", to, first: 2 });
  const second = await read("cd52", { department: "52", to, first: 2, after: first.pageInfo.endCursor });
  expect([...first.nodes, ...second.nodes]).toEqual(all.nodes.slice(0, 4));
  expect(first.totalCount).toBe(all.totalCount);
});

test("what is older than the retention is forgotten, and no more than that", async () => {
  const kept = await owner(async (client) => {
    await client.query(
      `insert into pmi_journal.access (at, client, request, scope, subject, departments, rows, allowed)
       values (now() - interval '13 months', 'old', '', '', '', '{52}', 0, true), (now() - interval '11 months', 'recent', '', '', '', '{52}', 0, true)`,
    );
    await client.query("set role cdsf_hub_journal");
    await client.query("select pmi_journal.forget(12)");
    await client.query("reset role");
    return (await client.query("select client from pmi_journal.access where client in ('old', 'recent')")).rows;
  });
  expect(kept).toEqual([{ client: "recent" }]);
});

test("where the journal cannot be written, restricted data are not served and open data are", async () => {
  const ask = `{ facility(id: "52-F052") { name inspections(first: 5) { totalCount } } open: inspectionPlan(department: "52", year: 2025) { status review { presentedOn } }
    draft: inspectionPlan(department: "52", year: 2026) { status }
    after: inspectionPlan(department: "52", year: 2025) { department { childminderHouses(first: 1) { totalCount } } } }`;
  await owner((client) => client.query("update pmi.inspection_review set published_on = null where plan_id = '52-2025'"));
  await owner((client) => client.query("revoke insert on pmi_journal.access from cdsf_hub_journal"));
  const { data, errors } = await hub.query(ask, {}, "cd52");
  expect(data).toEqual({
    facility: { name: expect.any(String), inspections: null },
    open: { status: "PUBLISHED", review: null },
    draft: null,
    after: { department: { childminderHouses: { totalCount: expect.any(Number) } } },
  });
  expect(errors!.map(({ path, extensions }) => [path, extensions.code])).toEqual(
    expect.arrayContaining([
      [["facility", "inspections"], "JOURNAL_UNAVAILABLE"],
      [["draft"], "JOURNAL_UNAVAILABLE"],
    ]),
  );
  await owner((client) => client.query("grant insert on pmi_journal.access to cdsf_hub_journal"));
  const again = await hub.query(ask, {}, "cd52");
  expect([again.errors, again.data.open.review]).toEqual([undefined, { presentedOn: "2026-01-27" }]);
});
