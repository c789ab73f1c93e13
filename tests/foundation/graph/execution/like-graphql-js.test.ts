import { buildSchema, execute, graphql, parse } from "graphql";
import { expect, test } from "vitest";
import { compiledDocuments } from "../../../../foundation/graph/execution/compiled-documents.ts";
import { seeded } from "../../../random.ts";
import { asTold, nulledBy } from "./told-errors.ts";
import { randomDocument } from "./random-documents.ts";
import { randomSchema } from "./random-schema.ts";

const draw = (name: string, type: string) =>
  type === "Int" ? 3 : type === "Moment" ? "2026-01-31T09:00:00Z" : type === "Filter" ? { word: name, deep: { colours: "GREEN" } } : "a";

/** With each condition the other way. */
const otherwise = (variables: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, typeof value === "boolean" ? !value : value]));

test.each([
  { promised: 0, missing: 0 },
  { promised: 0.4, missing: 0 },
  { promised: 0, missing: 0.15 },
  { promised: 0.4, missing: 0.15 },
  { promised: 1, missing: 0.15 },
])("answers as graphql-js does, with $promised of the values promised and $missing missing", async ({ promised, missing }) => {
  const random = seeded(Math.round(100 * (promised + 3 * missing)));
  let withErrors = 0;
  for (let round = 0; round < 70; round++) {
    const seed = round % 20;
    // graphql-js itself forgets some promises that fail beside a failure: it is asked for the same values at once.
    const schema = randomSchema(seed, { promised: 0, missing });
    const { text, variables } = randomDocument(schema, random, draw, 4);
    const run = compiledDocuments(randomSchema(seed, { promised, missing }));
    for (const given of [variables, variables, otherwise(variables)]) {
      const expected = await execute({ schema, document: parse(text), variableValues: given, contextValue: "context" });
      const answer = await run({ text, variables: given }, "context");
      expect(JSON.stringify(answer.data), `${text} ${JSON.stringify(given)}`).toBe(JSON.stringify(expected.data));
      if (answer.data === undefined) expect(asTold(answer)).toEqual(asTold(expected));
      else expect(nulledBy(answer), text).toEqual(nulledBy(expected));
      if (expected.errors) withErrors++;
    }
  }
  if (missing > 0) expect(withErrors).toBeGreaterThan(40);
});

test.each([
  ["{ person {", {}],
  ["{ nobody }", {}],
  ["query A { count } query B { count }", {}],
  ["query A { count }", {}, "B"],
  ["fragment F on Person { may }", {}],
  ["query($id: Int!) { person(id: $id) { must } }", {}],
  ["query($id: Int!) { person(id: $id) { must } }", { id: null }],
  ["query($id: Int!) { person(id: $id) { must } }", { id: "1" }],
  ["query($id: Int!) { person(id: $id) { must } }", { id: 2 ** 40 }],
  ["query($if: Boolean = true) { count @include(if: $if) }", { if: null }],
  ["query($f: Filter, $c: [Colour!]) { place { name(filter: $f, colours: $c) } }", { f: { wrong: 1, colours: ["BLUE"] }, c: [null] }],
  ["mutation { count }", {}],
])("what is wrong in %s with %j is told as graphql-js does", async (text, variables, operationName = undefined) => {
  const schema = randomSchema(1, { promised: 0, missing: 0 });
  const answer = await compiledDocuments(schema)({ text, variables, operationName: operationName as string | undefined }, "context");
  const expected = await graphql({
    schema,
    source: text,
    variableValues: variables,
    operationName: operationName as string | undefined,
    contextValue: "context",
  });
  expect(expected.errors?.length).toBeGreaterThan(0);
  expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
  expect(answer.errors!.map(({ nodes }) => nodes?.map(({ kind }) => kind))).toEqual(
    expected.errors!.map(({ nodes }) => nodes?.map(({ kind }) => kind)),
  );
});

test("a mutation's fields are executed one after the other, what one promises before the next", async () => {
  const schema = buildSchema("type Query { a: Int } type Mutation { a: Step b: Step! c: Step } type Step { done: Int! }");
  const log: string[] = [];
  for (const [name, field] of Object.entries(schema.getMutationType()!.getFields()))
    field.resolve = async () => {
      log.push(`${name} begins`);
      await undefined;
      return {
        done: async () => {
          await undefined;
          log.push(`${name} is done`);
          if (name === "b") throw new Error("not done");
          return 1;
        },
      };
    };
  const answer = await compiledDocuments(schema)({ text: "mutation { a { done } b { done } c { done } }" }, undefined);
  expect(log).toEqual(["a begins", "a is done", "b begins", "b is done"]);
  expect(answer).toMatchObject({ data: null, errors: [{ message: "not done", path: ["b", "done"] }] });
});

test("what is at hand is answered at once, without a promise", async () => {
  const execute = compiledDocuments(randomSchema(3, { promised: 0, missing: 0 }));
  const request = { text: "{ place { name owner { friends { must } } } __schema { queryType { name } } }" };
  await execute(request, "context"); // it is compiled,
  await new Promise((resolve) => setImmediate(resolve)); // and another turn begins
  const answer = execute(request, "context");
  expect(answer).not.toBeInstanceOf(Promise);
  expect(answer).toMatchObject({ data: { place: { name: expect.any(String) }, __schema: { queryType: { name: "Query" } } } });
});

test("what is promised in a list that is null already is heard: its failure would end the process", async () => {
  const schema = buildSchema("type Query { list: [Int!] }");
  const list = [null, Promise.reject(new Error("unheard"))];
  schema.getQueryType()!.getFields().list!.resolve = () => list;
  const answer = compiledDocuments(schema)({ text: "{ list }" }, undefined);
  expect(answer).toBeInstanceOf(Promise);
  expect(await answer).toMatchObject({ data: { list: null }, errors: [{ path: ["list", 0] }] });
});
