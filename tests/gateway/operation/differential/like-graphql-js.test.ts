import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { serveSubgraphs } from "./http-subgraphs.ts";
import { reference } from "./merged.ts";
import { openWorld } from "./world.ts";

const cases: [name: string, query: string, variables?: Record<string, unknown>][] = [
  ["null in a list of non-null", "{ strict { id } maybe { id } }"],
  ["lists of lists with nulls", "{ matrix { id name } }"],
  ["an entity that its subgraph does not know", '{ product(id: "f2") { ... on Film { name price } } }'],
  ["… asked for what is required", '{ product(id: "f2") { ... on Film { name inStock } } products { id } }'],
  ["an entity that nobody knows", '{ product(id: "b3") { ... on Book { seller { id orders { id } } } } }'],
  ["… asked for what is required, too", '{ product(id: "b3") { ... on Book { id seller { id email } } } }'],
  ["errors of some entities of a list", "{ maybe { id price name } }"],
  ["an error deep inside an entity", "{ me { id friends { id email } } users { id name } }"],
  ["an error of one call of many", "{ users { name } products { id name } search { ... on Book { name } } }"],
  ["an error of a call whose only field is there", "{ maybe { name } }"],
  [
    "an error that the plan meets twice",
    "{ matrix { rating ... on Film { price reviews { t: __typename } ...F } } } fragment F on Product { b: reviews { id } rating }",
  ],
  ["a required field of the root", "{ book { id pages } }"],
  [
    "a union, by its members and by interfaces",
    "{ search { __typename ... on Node { id } ... on Named { name } ... on Book { pages } ... on Film { minutes } } }",
  ],
  ["one list selected in several ways", "{ maybe { id } ... on Query { maybe { name author { id } } } maybe { author { name } } }"],
  [
    "one entity at two places, with other arguments below",
    '{ a: product(id: "b2") { related(first: 1) { id related(first: 1) { name } } } b: product(id: "b2") { related(first: 1) { id related(first: 2) { id } } } }',
  ],
  ["aliases that are names of keys and of other fields", '{ user(id: "u1") { credit id: best { __typename } name: email email: name } }'],
  ["__typename everywhere, under aliases", '{ t: __typename product(id: "b1") { x: __typename __typename related { y: __typename } } }'],
  [
    "introspection beside data",
    '{ a: __schema { queryType { name } } me { name } b: __type(name: "Kind") { enumValues { name } } products(first: 1) { id } }',
  ],
  ["introspection by a variable", "query($n: String!) { __type(name: $n) { name kind } me { id } }", { n: "Book" }],
  [
    "variables with a default, null and omitted",
    'query($f: Int = 1, $c: String, $l: String = "fr") { products(first: $f) { id name(lang: $l) related(first: $f) { id } } cheapest { price(currency: $c) } }',
    { f: null },
  ],
  [
    "variables inside an input object",
    "query($k: [Kind!], $p: Int) { a: products(first: 6, filter: { kinds: $k, minPages: $p }) { id } b: products(filter: { minPages: $p }) { id } }",
    { k: ["EBOOK"] },
  ],
  [
    "conditions on a field, a spread and an inline fragment",
    "query($y: Boolean = true, $n: Boolean!) { me @skip(if: $n) { id @include(if: $n) ...F @include(if: $y) ... on User @skip(if: $y) { credit } } } fragment F on User { name }",
    { n: false },
  ],
  [
    "both conditions at once",
    "query($y: Boolean!) { me @include(if: $y) @skip(if: $y) { id } users @include(if: true) @skip(if: false) { id } }",
    { y: true },
  ],
  [
    "one field under two conditions",
    "query($y: Boolean!) { me { name } me @include(if: $y) { email } ... @skip(if: $y) { me { credit } } }",
    { y: true },
  ],
  ["everything skipped", "{ me { id @skip(if: true) } products @include(if: false) { id } }"],
  ["an enumeration, a scalar of any value, escapes", "{ maybe { kind json name } }"],
  ["a field that requires another subgraph's, which is null", "{ maybe { shipping } }"],
  ["what is provided", "{ latest { author { name } } topRated { reviews { author { name email } } } }"],
  ["a field of an interface object", '{ products { rating reviews { text } } node(id: "f1") { ... on Film { rating } } }'],
  [
    "a chain of types through interfaces",
    '{ node(id: "b1") { ... on Product { related { ... on Node { id ... on Book { seller { ... on Named { name ... on User { favourite { name } } } } } } } } } }',
  ],
  [
    "weights of a type, a field, an argument and of aliases",
    '{ search(text: "a") { ... on Book { a: name price reviews { id } } ... on User { best { ... on Robot { serial n: name } } } } }',
  ],
  ["no cost for what is not in the answer", "{ users { name credit friends { id } } }"],
  [
    "a mutation, the same field several times",
    'mutation { a: rename(id: "b1", to: "x") { name price } b: rename(id: "b1", to: "y") { name } rename(id: "b1", to: "z") { name } }',
  ],
];

describe("in process", () => {
  const world = openWorld();
  afterAll(() => world.close());
  test.each(cases)("%s", async (_, query, variables = {}) => {
    expect(differences(reference(query, variables), await world.ask(query, variables))).toEqual([]);
  });
});

describe("over HTTP", () => {
  let served: Awaited<ReturnType<typeof serveSubgraphs>>;
  let world: ReturnType<typeof openWorld>;
  beforeAll(async () => {
    served = await serveSubgraphs();
    world = openWorld({ urls: served.urls });
  });
  afterAll(async () => {
    await world.close();
    await served[Symbol.asyncDispose]();
  });
  test.each(cases)("%s", async (_, query, variables = {}) => {
    expect(differences(reference(query, variables), await world.ask(query, variables))).toEqual([]);
  });
});

test("mutations of several subgraphs run one after another, whoever is slow", async () => {
  const order: string[] = [];
  const world = openWorld({
    answer: (name, inner) => async (call) => {
      order.push(`${name} begins`);
      const answer = await inner(call);
      if (name === "catalog") await new Promise((later) => setImmediate(later));
      order.push(`${name} ends`);
      return answer;
    },
  });
  const { errors } = await world.ask(
    'mutation { a: rename(id: "b1", to: "x") { id } b: restock(id: "b1") { id } c: rename(id: "b1", to: "y") { id } }',
  );
  expect(errors).toEqual([]);
  expect(order).toEqual(["catalog", "stock", "catalog"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  await world.close();
});

test("what a mutation did is answered, though it changed the data between two calls", async () => {
  let version = 0;
  const world = openWorld({
    dataVersion: () => String(version),
    answer: (_, inner) => (call) => {
      if (call.operation.kind === "mutation") version++;
      return inner(call);
    },
  });
  const query = 'mutation { a: rename(id: "b1", to: "x") { name } b: restock(id: "b1") { id } c: rename(id: "b1", to: "y") { name } }';
  expect(differences(reference(query, {}), await world.ask(query))).toEqual([]);
  await world.close();
});

test("the schema that clients see is the one that the answers are compared with", async () => {
  const world = openWorld();
  const query =
    "{ __schema { types { name kind fields { name type { name kind ofType { name kind } } args { name defaultValue } } possibleTypes { name } } } }";
  const sorted = (text: string | undefined) =>
    JSON.parse(text!, (_, value) => (Array.isArray(value) ? value.sort((a, b) => (a.name < b.name ? -1 : 1)) : value));
  expect(sorted((await world.ask(query)).data)).toEqual(sorted(reference(query, {}).data));
  await world.close();
});
