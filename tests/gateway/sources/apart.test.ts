import { afterAll, beforeAll, expect, test } from "vitest";
import { subgraphs } from "../../../subgraphs/subgraphs.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { copyOfSample, type Hub, startHub } from "../../hub.ts";
import { type Apart, startApart } from "../../subgraph-apart.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
let inProcess: Hub;
const apart: Apart[] = [];

beforeAll(async () => {
  database = await copyOfSample();
  inProcess = await startHub({ databaseUrl: database.url });
  for (const { name } of subgraphs) apart.push(await startApart(name, database.url));
});
afterAll(async () => {
  await inProcess?.close();
  await Promise.all(apart.map(({ stop }) => stop()));
  await database?.drop();
});

const nationalView = `query($year: Int!) {
  committees { department { name values(years: [$year]) { observation { value status source { publisher } } target { gap } } agreements(first: 1) { nodes { status } } deadlines(from: "2025-01-01", to: "2025-12-31") { label state } } }
}`;

test.each([
  { apartNames: ["cdsf"] },
  { apartNames: ["indicators"] },
  { apartNames: ["caf", "pmi"] },
  { apartNames: subgraphs.map(({ name }) => name) },
])("with $apartNames apart, the answers are those of one process, byte for byte", async ({ apartNames }) => {
  const chosen = apart.filter(({ name }) => apartNames.includes(name));
  await using hub = await startHub({ databaseUrl: database.url, urls: Object.fromEntries(chosen.map(({ name, url }) => [name, url])) });
  for (const department of ["52", "92", "93", "ZZ"]) {
    const variables = { department, year: 2025 };
    const { data, errors } = await hub.query(cdsfView, variables);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(JSON.stringify((await inProcess.query(cdsfView, variables)).data));
    // What runs apart was not also asked in process.
    expect(Object.keys(hub.takeStatements())).not.toEqual(expect.arrayContaining(apartNames));
  }
  const national = await hub.query(nationalView, { year: 2025 });
  expect(national.data.committees.length).toBeGreaterThan(100);
  expect(JSON.stringify(national.data)).toBe(JSON.stringify((await inProcess.query(nationalView, { year: 2025 })).data));
});

/** The view of a year whose plan is adopted and not yet published, with the inspections of the département. */
const viewOf2026 = cdsfView.replace(
  /\}\s*$/,
  "register: territory(level: DEPARTMENT, code: $department) { inspections(first: 100, year: 2026) { totalCount nodes { id doneOn } } } }",
);

test.each([{ place: "in process" }, { place: "apart" }])(
  "$place, an anonymous caller, a dashboard and a CD each see exactly their part",
  async ({ place }) => {
    const urls =
      place === "apart" ? Object.fromEntries(apart.filter(({ name }) => name !== "access").map(({ name, url }) => [name, url])) : {};
    await using hub = await startHub({ databaseUrl: database.url, urls });
    const view = (client: string) => hub.query(viewOf2026, { department: "ZZ", year: 2026 }, client);
    const [anonymous, dashboard, stranger, cd] = await Promise.all(["anonymous", "dashboard", "cd52", "cdzz"].map(view));
    for (const { data, errors } of [anonymous!, dashboard!, stranger!]) {
      expect(data).toEqual({ ...cd!.data, committee: { ...cd!.data.committee, inspectionPlan: null }, register: { inspections: null } });
      expect(errors).toMatchObject([{ path: ["register", "inspections"], extensions: { code: "FORBIDDEN", scope: "inspections:read" } }]);
    }
    expect(stranger!.errors![0]!.extensions.departments).toEqual(["ZZ"]);
    expect(cd!.errors).toBeUndefined();
    expect(cd!.data.committee.inspectionPlan).toMatchObject({ status: "ADOPTED", review: null });
    expect(cd!.data.register.inspections.nodes).toHaveLength(cd!.data.register.inspections.totalCount);

    const journal = '{ pmiAccessJournal(department: "ZZ", first: 20) { nodes { client operation scope subject allowed } } }';
    const { nodes } = (await hub.query(journal, {}, "cdzz")).data.pmiAccessJournal;
    const operation = "CdsfView";
    expect(nodes).toContainEqual({
      client: "cdzz",
      operation,
      scope: "inspections:read",
      subject: "Territory:DEPARTMENT:ZZ",
      allowed: true,
    });
    expect(nodes).toContainEqual({
      client: "cdzz",
      operation,
      scope: "plans:unpublished",
      subject: "InspectionPlan:ZZ-2026",
      allowed: true,
    });
    expect(nodes).toContainEqual({
      client: "cd52",
      operation,
      scope: "inspections:read",
      subject: "Territory:DEPARTMENT:ZZ",
      allowed: false,
    });
  },
);
