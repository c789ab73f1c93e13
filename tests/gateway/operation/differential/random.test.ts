import { afterAll, expect, test } from "vitest";
import { openData } from "../../../../foundation/rights/rights.ts";
import { differences } from "./differences.ts";
import { merged, reference } from "./merged.ts";
import { randomQueries } from "./random-queries.ts";
import { holder, openWorld, type Told } from "./world.ts";

/** RANDOM_OPERATIONS and RANDOM_SEED try more of them, and others. */
const count = Number(process.env.RANDOM_OPERATIONS ?? 1_500);
const seed = Number(process.env.RANDOM_SEED ?? 1);

/** Fields of the interface object and what leads to them. */
const ofInterfaceObject = /\b(rating|reviews|reviewed|topRated|latest)\b/;

const isUnplannable = ({ errors }: Told) => errors[0]?.extensions.code === "UNPLANNABLE_OPERATION";

const world = openWorld();
afterAll(() => world.close());

test("random operations are answered as graphql-js answers them with one schema", { timeout: 60_000 + count * 200 }, async () => {
  const different: string[] = [];
  const differentByInterfaceObject: string[] = [];
  let refused = 0;
  let withErrors = 0;
  for (const { query, variables } of randomQueries(merged, seed, count)) {
    const expected = reference(query, variables);
    const told = await world.ask(query, variables);
    if (isUnplannable(told)) {
      refused++;
      continue;
    }
    withErrors += expected.errorPaths.length > 0 ? 1 : 0;
    const found = differences(expected, told);
    if (found.length === 0) continue;
    const said = [query, JSON.stringify(variables), ...found, told.text].join("\n");
    (ofInterfaceObject.test(query) ? differentByInterfaceObject : different).push(said);
  }
  expect(different.slice(0, 3)).toEqual([]);
  expect(withErrors).toBeGreaterThan(count / 3);
  // The planner refuses some that are valid, and plans too much or too little for some interface objects: the answer says so.
  expect(refused).toBeLessThan(count * 0.02);
  expect(differentByInterfaceObject.length, differentByInterfaceObject[0]).toBeLessThan(count * 0.01);
});

test("requests at once, and answers that are kept, show nothing of another's variables, rights or rows", async () => {
  const scopes = ["margins", "notes", "contacts"];
  const queries = [...randomQueries(merged, seed + 1, 150)].filter(({ query }) => !ofInterfaceObject.test(query));
  const others = { id: "b1", yes: false, first: 6, lang: "es", no: false, kinds: null };
  const callers = queries.flatMap(({ query, variables }) => [
    { query, variables, held: [] as string[], rights: openData },
    { query, variables: { ...others, id: "f3", yes: true }, held: [], rights: openData },
    { query, variables: others, held: scopes, rights: holder(...scopes) },
  ]);
  const keeping = openWorld({ dataVersion: () => "1" });
  const askAll = () => Promise.all(callers.map(({ query, variables, rights }) => keeping.ask(query, variables, { rights })));
  const told = [...(await Promise.all([askAll(), askAll()])), await askAll()].flat();
  const found = told.flatMap((each, n) => {
    const { query, variables, held } = callers[n % callers.length]!;
    const said = isUnplannable(each) ? [] : differences(reference(query, variables, held), each);
    return said.map((what) => `${query} ${JSON.stringify(variables)}: ${what}`);
  });
  expect(found).toEqual([]);
  expect(told.filter((each) => !isUnplannable(each)).length).toBeGreaterThan(500);
  expect(told.filter(({ isKept }) => isKept).length).toBeGreaterThan(20);
  await keeping.close();
});
