import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../../foundation/config.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { type Hub, startHub } from "../../hub.ts";

const { limits } = readConfig({});

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function explain(query: string, variables = {}): Promise<any> {
  const response = await fetch(`${hub.url}/graphql?explain=1`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

test("the CDSF view is explained as it runs, without a call nor a statement", async () => {
  const variables = { department: "ZZ", year: 2025 };
  hub.takeStatements();
  const { data, extensions, errors } = await explain(cdsfView, variables);
  expect(errors).toBeUndefined();
  expect(data).toBeNull();
  expect(hub.takeStatements()).toEqual({});
  expect(hub.lastCalls()).toEqual({});
  const { cost, calls, rows } = extensions.explain;
  const answer = await hub.query(cdsfView, variables);
  expect(cost).toBe(answer.extensions?.cost.requested);
  expect(rows).toBeGreaterThan(88 * 4);
  const bySubgraph = Map.groupBy(calls, ({ subgraph }: any) => subgraph);
  const made = hub.lastCalls();
  for (const [subgraph, count] of Object.entries(made)) expect(bySubgraph.get(subgraph)).toHaveLength(count);
  expect(calls[0]).toEqual({ subgraph: "cdsf" });
  expect(bySubgraph.get("territories")).toEqual([{ subgraph: "territories", count: 1 }]);
  expect(bySubgraph.get("indicators")).toEqual([{ subgraph: "indicators", count: 1 }]);
});

test("lists multiply, under aliases too", async () => {
  const { extensions } = await explain(
    "{ all: committees { department { epcis: parts(level: EPCI, first: 14) { each: nodes { agreements(first: 2) { nodes { id } } } } } } }",
  );
  expect(extensions.explain).toEqual({
    cost: 102 * (1 + 1 + 1 + 14 * (1 + 1 + 2)),
    calls: [{ subgraph: "cdsf" }, { subgraph: "territories", count: 102 }, { subgraph: "caf", count: 102 * 14 }],
    rows: 102 * (1 + 1 + 1 + 14 * (1 + 1 + 2)),
  });
});

test("what costs too much to run is explained", async () => {
  const { extensions, errors } = await explain(
    "{ committees { department { parts(level: EPCI, first: 14) { nodes { parts(level: COMMUNE, first: 100) { nodes { parents(level: EPCI) { code } } } } } } } }",
  );
  expect(errors).toBeUndefined();
  expect(extensions.explain.cost).toBeGreaterThan(limits.maxCost);
});

test("what needs no subgraph has no calls; what is wrong is refused", async () => {
  for (const query of ["{ __typename }", "{ __schema { queryType { name } } }"])
    expect((await explain(query)).extensions.explain.calls).toEqual([]);
  expect((await explain("{ mayors { name } }")).errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
});
