import { getIntrospectionQuery } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ClientKind, openData } from "../../../foundation/rights/rights.ts";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({
    openIntrospection: false,
    identify: async ({ headers }) => (headers["x-known"] ? { client: "cd52", kind: ClientKind.PARTNER_SYSTEM, grants: [] } : openData),
  });
});
afterAll(() => hub.close());

async function ask(query: string, headers = {}): Promise<any> {
  const init = { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify({ query }) };
  return (await fetch(`${hub.url}/graphql`, init)).json();
}

const ways = [
  getIntrospectionQuery(),
  '{ __type(name: "Query") { fields { name } } }',
  "{ a: __schema { types { name } } committees { id } }",
  "{ ...f } fragment f on Query { ... { __schema { queryType { name } } } }",
];

test.each(ways)("where it is closed, a caller without a token is sent to the file of the open schema: %#", async (query) => {
  for (let times = 0; times < 2; times++) {
    const answer = await ask(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([
      { message: expect.stringContaining("schema/open.graphql"), extensions: { code: "INTROSPECTION_CLOSED" } },
    ]);
    expect((await ask(query, { "x-known": "yes" })).errors?.[0]?.extensions.code).not.toBe("INTROSPECTION_CLOSED");
  }
});

test("a known client reads the whole schema; __typename is free to all", async () => {
  expect((await ask(getIntrospectionQuery(), { "x-known": "yes" })).data.__schema.types.length).toBeGreaterThan(50);
  expect((await ask("{ __typename committees { __typename } }")).data).toMatchObject({
    __typename: "Query",
    committees: expect.any(Array),
  });
});

test.each([
  ["a field", "{ territoire { code } }", "territory"],
  ["an argument", '{ territory(level: DEPARTMENT, cod: "52") { code } }', "code:"],
  ["a type", "{ territories(level: REGION, first: 20) { nodes { ... on Territor { code } } } }", "Territory"],
  ["an enum value", "{ territories(level: DEPARTEMENT, first: 1) { totalCount } }", "DEPARTMENT"],
])("no error suggests %s", async (_, query, name) => {
  const { errors } = await ask(query);
  expect(errors.length).toBeGreaterThan(0);
  expect(JSON.stringify(errors)).not.toMatch(new RegExp(`did you mean|« ${name} »|"${name}"`, "i"));
});

test("introspection shows nothing of the federation, and what a client can write himself", async () => {
  const { __schema: schema } = (await ask(getIntrospectionQuery(), { "x-known": "yes" })).data;
  const names = (list: { name: string }[]) => list.map(({ name }) => name);
  expect(names(schema.types).filter((name) => /^[a-z]|.__|^_[^_]/.test(name))).toEqual([]);
  expect(names(schema.types)).toEqual(expect.arrayContaining(["Date", "Inspection", "Indicator", "Value", "__Type"]));
  expect(names(schema.directives).sort()).toEqual(["deprecated", "include", "oneOf", "skip", "specifiedBy"]);
});
