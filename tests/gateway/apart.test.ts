import { afterAll, beforeAll, expect, test } from "vitest";
import { subgraphs } from "../../subgraphs/subgraphs.ts";
import { cdsfView } from "../cdsf-view.ts";
import { copyOfSample, type Hub, startHub } from "../hub.ts";
import { type Apart, startApart } from "../subgraph-apart.ts";

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
  departments { name committee { indicators(year: $year) { observation { value status source { publisher } } target { gap } } deadlines(year: $year) { label state } } }
}`;

test.each([{ apartNames: ["cdsf"] }, { apartNames: ["caf", "pmi"] }, { apartNames: subgraphs.map(({ name }) => name) }])(
  "with $apartNames apart, the answers are those of one process, byte for byte",
  async ({ apartNames }) => {
    const chosen = apart.filter(({ name }) => apartNames.includes(name));
    await using hub = await startHub({ databaseUrl: database.url, urls: Object.fromEntries(chosen.map(({ name, url }) => [name, url])) });
    for (const department of ["52", "92", "93", "ZZ"]) {
      const variables = { department, year: 2025 };
      const { text, errors } = await hub.query(cdsfView, variables);
      expect(errors).toBeUndefined();
      expect(text).toBe((await inProcess.query(cdsfView, variables)).text);
      // What runs apart was not also asked in process.
      expect(Object.keys(hub.takeStatements())).not.toEqual(expect.arrayContaining(apartNames));
    }
    const national = await hub.query(nationalView, { year: 2025 });
    expect(national.data.departments.length).toBeGreaterThan(100);
    expect(national.text).toBe((await inProcess.query(nationalView, { year: 2025 })).text);
  },
);
