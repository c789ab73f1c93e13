import { readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, test } from "vitest";
import { defaultBudgets } from "../../../foundation/budgets.ts";
import { processLimits, requestLimits } from "../../../foundation/limits.ts";
import { createGateway } from "../../../gateway/gateway.ts";
import { openConnections } from "../../../gateway/sources/http-source.ts";
import { subgraphs } from "../../../subgraphs/subgraphs.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { requestContext } from "../../request-context.ts";
import { openWorld } from "./differential/world.ts";

const connections = openConnections();
afterAll(() => connections.destroy());

const silent = { answer: () => ({ data: {} }) };

/** The hub's graph, whose subgraphs have nothing to say. */
const hub = () =>
  createGateway({
    supergraph: readFileSync(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8"),
    inProcess: Object.fromEntries(subgraphs.map(({ name }) => [name, silent])),
    urls: {},
    partners: {},
    limits: { ...requestLimits, ...processLimits, ...defaultBudgets },
    connections,
    openIntrospection: true,
  });

/** In MB, without what nobody holds any more. */
async function heapUsed(): Promise<number> {
  setFlagsFromString("--expose-gc");
  for (let n = 0; n < 3; n++) {
    await new Promise(setImmediate); // what others still finish
    runInNewContext("gc")();
  }
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** Of documents and of operations together, in MB: `keptBytes`. */
const budget = 16 + 32;
const variables = { department: "52", year: 2025 };

test.each<[what: string, count: number, query: (n: number) => string]>([
  ["small", 8_000, (n) => `{ a${n}: committees { id } }`],
  ["large", 400, (n) => cdsfView.replace("{", `{ a${n}: __typename `)],
  ["dense", 800, (n) => `{a${n}:__typename committees{${"...{id}".repeat(60)}}}`],
  ["long", 700, (n) => `{ occupation(fap: "${"x".repeat(20_000)}${n}") { label } }`],
])("whatever %s operations are asked, what is kept of them stays within its bytes", { timeout: 240_000 }, async (_, count, query) => {
  const gateway = hub();
  const ask = (n: number) => gateway.answer({ query: query(n), variables: query(n).includes("$year") ? variables : {} }, requestContext());
  await ask(count);
  const before = await heapUsed();
  for (let n = 0; n < count; n++) expect("refused" in (await ask(n))).toBe(false);
  const kept = (await heapUsed()) - before;
  expect(kept).toBeLessThan(1.25 * budget);
});

test("the schema, asked for under many names, is not kept under each", async () => {
  const gateway = hub();
  const types = "{ types { name description fields { name description args { name description } } } }";
  const ask = (n: number) => gateway.answer({ query: `{ a${n}: __schema ${types} }` }, requestContext());
  const answer = await ask(100);
  expect("data" in answer && answer.data.length).toBeGreaterThan(50_000);
  const before = await heapUsed();
  for (let n = 0; n < 100; n++) await ask(n);
  expect((await heapUsed()) - before).toBeLessThan(3);
});

test("types inside each other do not multiply what is kept of an operation", async () => {
  const world = openWorld({ limits: { maxDepth: 20 } });
  const nested = (depth: number): string => (depth === 0 ? "id" : `__typename related { ${nested(depth - 1)} }`);
  const ask = (n: number) => world.ask(`{ a${n}: products { ${nested(12)} } }`);
  expect((await ask(9)).cost).toBeGreaterThan(5_000);
  const before = await heapUsed();
  for (let n = 0; n < 8; n++) await ask(n);
  expect((await heapUsed()) - before).toBeLessThan(8 * 0.4);
  await world.close();
});
