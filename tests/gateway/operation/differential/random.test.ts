import { afterAll, expect, test } from "vitest";
import { differences } from "./differences.ts";
import { merged, reference } from "./merged.ts";
import { randomQueries } from "./random-queries.ts";
import { openWorld } from "./world.ts";

/** RANDOM_OPERATIONS and RANDOM_SEED try more of them, and others. */
const count = Number(process.env.RANDOM_OPERATIONS ?? 1_500);
const seed = Number(process.env.RANDOM_SEED ?? 1);

/** Fields of the interface object and what leads to them. */
const ofInterfaceObject = /\b(rating|reviews|reviewed|topRated|latest)\b/;

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
    if (told.errors.some(({ extensions: { code } }) => code === "UNPLANNABLE_OPERATION")) {
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
