import { getOperationAST, parse } from "graphql";
import { expect, test } from "vitest";
import { createPricing } from "../../../../gateway/operation/selection/pricing.ts";
import { select } from "../../../../gateway/operation/selection/selections.ts";
import { readSupergraph } from "../../../../gateway/operation/selection/supergraph.ts";
import { weightsOf } from "../../../../gateway/operation/selection/weights.ts";

const sdl = `directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR
   directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!]) on FIELD_DEFINITION
   type Query {
     one: Row!
     rows: [Row!]!
     few: [Row] @listSize(assumedSize: 3)
     byIds(ids: [ID!]!): [Row]
     byCodes(codes: [ID]): [Row!]! @listSize(assumedSize: 4)
     byNames(names: [String!]): [Row]
     byYears(ids: [ID!], years: [Int!]): [Row] @listSize(assumedSize: 4)
     page(first: Int, last: Int): Page! @listSize(slicingArguments: ["first", "last"], sizedFields: ["nodes", "edges"], assumedSize: 20)
     dear: Int @cost(weight: "7")
     search(text: String @cost(weight: "30"), deep: Boolean @cost(weight: "4")): Heavy
     seen: [Seen]
   }
   interface Seen { id: ID }
   type Page { nodes: [Row] edges: [Edge] count: Int row: Row rows: [Row] }
   type Edge { node: Row }
   type Row implements Seen { id: ID name: String dear: Int @cost(weight: "7") other: Heavy rows: [Row] page(first: Int): Page @listSize(slicingArguments: ["first"], sizedFields: ["nodes"]) }
   type Heavy implements Seen @cost(weight: "10") { id: ID name: String other: Row }`;
const supergraph = readSupergraph(sdl, sdl);
const pricing = createPricing(supergraph, weightsOf(supergraph.full), { assumedListSize: 5 });

function price(query: string, variables: Record<string, unknown> = {}) {
  const document = parse(query);
  return pricing(select(document, getOperationAST(document)!, {}, () => null))(variables);
}

test.each<[string, string, number, Record<string, unknown>?]>([
  ["an object is 1, its values nothing", "{ one { id name } }", 1],
  ["a list without a word holds what is assumed", "{ rows { id } }", 5],
  ["… or what the schema says", "{ few { id } }", 3],
  ["lists multiply", "{ few { rows { id } } }", 3 + 3 * 5],
  ["__typename is free", "{ __typename one { __typename } }", 1],
  ["an introspection weighs a hundred", "{ __schema { types { name } } }", 100],
  ["identifiers give the size of a list", '{ byIds(ids: ["1", "2", "3", "4", "5", "6"]) { id } }', 6],
  ["no identifiers, no rows", "{ byIds(ids: []) { id } }", 0],
  ["identifiers before what is assumed", '{ byCodes(codes: ["1", "2"]) { id } }', 2],
  ["without them, what is assumed", "{ byCodes { id } }", 4],
  ["a list of other values says nothing", '{ byNames(names: ["a"]) { id } }', 5],
  ["years multiply it", "{ byYears(years: [2022, 2023, 2024]) { id } }", 3 * 4],
  ["… and identifiers by years", '{ byYears(ids: ["1", "2"], years: [2022, 2023, 2024]) { id } }', 3 * 2],
  ["years that are left out are as many as a request may name", '{ byYears(ids: ["1", "2"]) { id } }', 30 * 2],
  ["… or are null", '{ byYears(ids: ["1", "2"], years: null) { id } }', 30 * 2],
  [
    "no list that is no page is longer than an answer holds",
    "{ byYears(ids: $ids) { id } }".replace("{", "query ($ids: [ID!]) {"),
    400,
    { ids: Array(14).fill("1") },
  ],
  ["no years, no rows", "{ byYears(years: []) { id } }", 0],
  ["a page gives its size to its nodes", "{ page(first: 2) { nodes { id } } }", 1 + 2],
  ["… and its edges", "{ page(first: 2) { edges { node { id } } } }", 1 + 2 + 2],
  ["… not to its other lists", "{ page(first: 2) { rows { id } row { id } } }", 1 + 5 + 1],
  ["… nor to lists of that name further down", "{ page(first: 2) { row { page { nodes { id } } } } }", 1 + 1 + 1 + 5],
  ["of two slices the larger", "{ page(first: 2, last: 9) { nodes { id } } }", 1 + 9],
  ["without a slice, what is assumed", "{ page { nodes { id } } }", 1 + 20],
  ["a slice from a variable", "query ($n: Int!) { page(first: $n) { nodes { id } } }", 1 + 8, { n: 8 }],
  ["the smallest page", "{ page(first: 1) { nodes { id } } }", 1 + 1],
  ["the largest page", "{ page(first: 100) { nodes { id } } }", 1 + 100],
  ["a field has its own weight", "{ dear }", 7],
  ["a type too, and the arguments that are given", '{ search(text: "a") { name } }', 30 + 10],
  ["… all of them", '{ search(text: "a", deep: true) { name } }', 30 + 4 + 10],
  ["… and no others", "{ search { name } }", 10],
  ["a value under an alias is 1", "{ one { a: name b: name name } }", 1 + 2],
  ["an object under an alias is 1 like any other", "{ a: one { id } b: one { id } }", 2],
  ["a fragment on a type counts what it asks for", "{ seen { ... on Row { rows { id } } ... on Heavy { b: name } } }", 5 + 5 * (5 + 1)],
  ["the same key in two fragments counts once, at its most", "{ seen { ... on Row { x: rows { id } } ... on Heavy { x: name } } }", 5 + 25],
  ["… by the weights of either", "{ seen { ... on Row { x: dear } ... on Heavy { x: name } } }", 5 + 5 * (7 + 1)],
  ["… whichever comes first", "{ seen { ... on Heavy { x: name } ... on Row { x: dear } } }", 5 + 5 * (7 + 1)],
  ["… and of its type", "{ seen { ... on Row { other { id } } ... on Heavy { other { id } } } }", 5 + 5 * 10],
  ["… whichever is first", "{ seen { ... on Heavy { other { id } } ... on Row { other { id } } } }", 5 + 5 * 10],
  ["… in either order", "{ seen { ... on Heavy { x: name } ... on Row { x: rows { id } } } }", 5 + 25],
])("%s: %s", (_, query, requested, variables) => {
  expect(price(query, variables).requested).toBe(requested);
});

test.each([0, -1, 101])("a page of %i rows is refused", (first) => {
  expect(() => price(`{ page(first: ${first}) { count } }`)).toThrow(/100/);
});

test("rows are objects: values and introspection's weight are none of them", () => {
  expect(price("{ dear one { a: name rows { id } } }")).toMatchObject({ rows: 1 + 5, widest: 5 });
  expect(price("{ __schema { types { name } } }").rows).toBe(1);
});
