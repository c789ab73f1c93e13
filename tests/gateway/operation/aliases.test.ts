import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("an alias that is a key field's name, beside another subgraph's field", async () => {
  const { data, errors } = await hub.query(
    '{ department: territory(level: DEPARTMENT, code: "52") { committee { __typename } id: parents(level: REGION) { __typename } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({ department: { committee: { __typename: "FamilyServicesCommittee" }, id: [{ __typename: "Territory" }] } });
});

test("error paths have the client's keys", async () => {
  const { errors } = await hub.query(
    '{ haute: territory(level: DEPARTMENT, code: "52") { registre: inspections(first: 1) { totalCount } } d: recruitmentNeeds(level: DEPARTMENT, year: 2025, occupation: "T2B60", first: 1) { nodes { p: projects { secret: withheld { value } } } } }',
  );
  expect(errors!.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      ["haute", "registre"],
      ["d", "nodes", 0, "p", "secret"],
    ]),
  );
});

test.each([
  [
    '{ __schema { queryType { name } } department: territory(level: DEPARTMENT, code: "52") { name } }',
    { __schema: { queryType: { name: "Query" } }, department: { name: "Haute-Marne" } },
  ],
  [
    '{ department: territory(level: DEPARTMENT, code: "52") { name } __schema { queryType { name } } }',
    { department: { name: "Haute-Marne" }, __schema: { queryType: { name: "Query" } } },
  ],
  [
    '{ d: territory(level: DEPARTMENT, code: "52") { name } __typename s: __type(name: "Territory") { name } me { id } }',
    { d: { name: "Haute-Marne" }, __typename: "Query", s: { name: "Territory" }, me: null },
  ],
  [
    "query ($t: String!) { ...F } fragment F on Query { ... { t: __type(name: $t) { kind } } region: territories(level: REGION, first: 18) { nodes { __typename @skip(if: true) code @include(if: false) } } }",
    null,
  ],
])("introspection beside data: %s", async (query, expected) => {
  const { data, errors, text } = await hub.query(query, { t: "Territory" });
  expect(errors).toBeUndefined();
  if (expected) expect(data).toEqual(expected);
  if (expected) expect(JSON.parse(text).data).toEqual(expected);
  if (expected) expect(Object.keys(data)).toEqual(Object.keys(expected));
  else expect(data).toEqual({ t: { kind: "OBJECT" }, region: { nodes: Array(18).fill({}) } });
});

test("an alias of __typename", async () => {
  const { data, errors } = await hub.query(
    '{ q: __typename department: territory(level: DEPARTMENT, code: "ZZ") { t: __typename values(years: [2025], indicators: ["B01", "B13"]) { t: __typename ... on Value { u: __typename observation { value } } territory { t: __typename } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({
    q: "Query",
    department: {
      t: "Territory",
      values: Array(2).fill({ t: "Value", u: "Value", territory: { t: "Territory" } }),
    },
  });
});
