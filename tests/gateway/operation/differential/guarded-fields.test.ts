import { afterAll, beforeEach, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { reference } from "./merged.ts";
import { holder, openWorld } from "./world.ts";

const asked: string[] = [];
const world = openWorld({
  answer: (_, inner) => (call) => {
    asked.push(call.operation.text);
    return inner(call);
  },
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => world.close());

const refusalsOf = (errors: { path?: unknown[]; extensions: any }[]) =>
  errors.map(({ path, extensions: { code, scope } }) => `${code} ${scope} ${path?.join(".")}`);

test.each<[where: string, query: string, refusals: string[]]>([
  ["of its type", "{ me { id note } }", ["FORBIDDEN notes me.note"]],
  ["under an alias", "{ me { id x: note } }", ["FORBIDDEN notes me.x"]],
  ["under the name of another", "{ me { name: note note: name } }", ["FORBIDDEN notes me.name"]],
  ["in a list, at its first place", "{ users { id note } }", ["FORBIDDEN notes users.0.note"]],
  ["in a list of lists, after a null", "{ matrix { id ... on Film { margin } } }", ["FORBIDDEN margins matrix.0.2.margin"]],
  ["of an interface", "{ products { margin } }", ["FORBIDDEN margins products.0.margin"]],
  ["of an interface, some of whose types require nothing", "{ users { best { note } } }", ["FORBIDDEN notes users.0.best.note"]],
  [
    "of an interface and of its types",
    "{ products { margin ... on Book { margin } ... on Node { ... on Film { margin } } } }",
    ["FORBIDDEN margins products.0.margin"],
  ],
  [
    "in a fragment, twice",
    "{ me { ...F friends { ...F } } } fragment F on User { note }",
    ["FORBIDDEN notes me.note", "FORBIDDEN notes me.friends.0.note"],
  ],
  ["whose type requires", "{ me { contact { phone } } }", ["FORBIDDEN contacts me.contact"]],
  ["at two places", "{ a: me { note } b: me { note } }", ["FORBIDDEN notes a.note", "FORBIDDEN notes b.note"]],
  ["of rows that are not there", '{ user(id: "none") { note } }', ["FORBIDDEN notes user.note"]],
  ["alone", "{ me { note } }", ["FORBIDDEN notes me.note"]],
  ["under a condition that holds", "query($y: Boolean = true) { me { id note @include(if: $y) } }", ["FORBIDDEN notes me.note"]],
  ["under a condition that does not hold", "query($y: Boolean = true) { me { id note @skip(if: $y) } }", []],
])("a field %s that the caller may not have is null, refused once and asked of nobody", async (_, query, refusals) => {
  const told = await world.ask(query);
  expect(differences(reference(query, {}), told)).toEqual([]);
  expect(refusalsOf(told.errors)).toEqual(refusals);
  expect(asked.join()).not.toMatch(/\b(note|margin|contact|phone)\b/);
});

test("what one of an interface's types does not guard may be asked of that type", async () => {
  const query = "{ users { best { ... on Robot { note } } } }";
  const told = await world.ask(query);
  expect(differences(reference(query, {}), told)).toEqual([]);
  expect(told.errors).toEqual([]);
});

test("what is asked of an interface is refused there, also where one of its types is asked for the same", async () => {
  const query = "{ users { best { note ... on Robot { note } } } }";
  const told = await world.ask(query);
  expect(differences(reference(query, {}), told)).toEqual([]);
  expect(refusalsOf(told.errors)).toEqual(["FORBIDDEN notes users.0.best.note"]);
});

const everything = "{ me { note contact { phone } } products { margin } users { best { note } } }";

test("who holds the scopes has the fields, and who holds some has those", async () => {
  for (const scopes of [["notes", "margins", "contacts"], ["notes"], ["margins"], []]) {
    const told = await world.ask(everything, {}, { rights: holder(...scopes) });
    expect(differences(reference(everything, {}, scopes), told)).toEqual([]);
    const missing = ["notes", "contacts", "margins"].filter((scope) => !scopes.includes(scope));
    expect(new Set(told.errors.map(({ extensions }) => extensions.scope))).toEqual(new Set(missing));
  }
});

test("of a known caller an object is asked for by its type alone, so that its subgraph's journal has it; what that says is not given", async () => {
  const query = "{ me { id contact { phone } } }";
  const told = await world.ask(query, {}, { rights: holder() });
  expect(told.data).toBe('{"me":{"id":"u1","contact":null}}');
  expect(refusalsOf(told.errors)).toEqual(["FORBIDDEN contacts me.contact"]);
  expect(asked.join()).toMatch(/contact\s*\{\s*__typename\s*\}/);
  expect(asked.join()).not.toMatch(/phone/);
});
