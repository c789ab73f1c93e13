import { buildSubgraphSchema } from "@apollo/subgraph";
import { execute, parse } from "graphql";
import { expect, test } from "vitest";
import { resolveEntities } from "../../../foundation/graph/entities.ts";
import { compiledDocuments } from "../../../foundation/graph/execution/compiled-documents.ts";

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Facility @key(fields: "id") { id: ID! places: Int }
  type Town @key(fields: "code") { code: ID! name: String }
  type Known @key(fields: "id") { id: ID! }
  type Query { nothing: Int }
`);

const rows = { F1: Object.freeze({ id: "F1", places: 12 }), F2: Object.freeze({ id: "F2", places: 20 }) };
const towns = { T1: Object.freeze({ code: "T1", name: "Chaumont" }) };
const references: Record<string, (key: any) => unknown> = {
  Facility: ({ id }) => rows[id as keyof typeof rows] ?? null,
  Town: async ({ code }) => {
    if (code === "away") throw new Error("the reader is away");
    return towns[code as keyof typeof towns] ?? null;
  },
};

const schema = buildSubgraphSchema(typeDefs);
resolveEntities(schema, references);
const run = compiledDocuments(schema);

const text = `query($representations: [_Any!]!) {
  _entities(representations: $representations) { __typename ... on Facility { id places } ... on Town { name } ... on Known { id } }
}`;
const entities = (representations: object[], context: object = {}) => run({ text, variables: { representations } }, context);

test("entities at hand are answered at once, though they are frozen and shared", () => {
  const facility = (id: string) => ({ __typename: "Facility", id });
  const answer = entities([facility("F2"), facility("F1"), facility("F2"), facility("F3")]);
  expect(answer).toEqual({
    data: {
      _entities: [
        { __typename: "Facility", id: "F2", places: 20 },
        { __typename: "Facility", id: "F1", places: 12 },
        { __typename: "Facility", id: "F2", places: 20 },
        null,
      ],
    },
  });
});

test("what some promise stands in the order of the representations, and a failure costs its own entity", async () => {
  const answer = await entities([
    { __typename: "Town", code: "away" },
    { __typename: "Facility", id: "F1" },
    { __typename: "Town", code: "T1" },
    { __typename: "Known", id: "52" },
  ]);
  expect(answer).toMatchObject({
    data: {
      _entities: [
        null,
        { __typename: "Facility", places: 12 },
        { __typename: "Town", name: "Chaumont" },
        { __typename: "Known", id: "52" },
      ],
    },
    errors: [{ message: "the reader is away", path: ["_entities", 0] }],
  });
});

test.each([["Unknown"], ["ID"], ["constructor"], [undefined]])("the type %s is refused as @apollo/subgraph does", async (__typename) => {
  const apollo = buildSubgraphSchema([{ typeDefs, resolvers: {} }]);
  const variables = { representations: [{ __typename, id: "1" }] };
  const expected = await execute({ schema: apollo, document: parse(text), variableValues: variables, contextValue: {} });
  expect(expected.errors).toHaveLength(1);
  expect(JSON.stringify(await entities(variables.representations))).toBe(JSON.stringify(expected));
});
