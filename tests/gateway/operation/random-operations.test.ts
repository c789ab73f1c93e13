import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { answerUnderAliases, randomOperations, withoutAliases } from "./random-operations.ts";

const sdl = readFileSync(new URL("../../../schema/open.graphql", import.meta.url), "utf8");

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({
    limits: {
      maxCost: 10_000_000,
      maxNestedRows: 10_000_000,
      maxAliases: 1_000,
      maxRootFields: 1_000,
      maxSelections: 5_000,
      budgetAnonymous: 2_000_000_000,
    },
  });
});
afterAll(() => hub.close());

async function explained(query: string): Promise<any> {
  const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) };
  return (await fetch(`${hub.url}/graphql?explain=1`, init)).json();
}

test("the hub survives planning any operation, whatever it calls its fields", { timeout: 120_000 }, async () => {
  const refused = new Map<string, string>();
  for (const query of randomOperations(sdl, 7, 1_500)) {
    const { errors, extensions } = await explained(query);
    if (!extensions?.explain) refused.set(errors[0].extensions.code, query);
  }
  expect(refused).toEqual(new Map());
});

test("aliases change nothing of an answer but its keys", { timeout: 120_000 }, async () => {
  let compared = 0;
  for (const query of randomOperations(sdl, 11, 120)) {
    const plain = withoutAliases(sdl, query);
    if (plain === null) continue;
    const [aliased, named] = [await hub.query(query), await hub.query(plain)];
    expect(aliased.data, query).toEqual(named.data && answerUnderAliases(sdl, query, named.data));
    expect(new Set(aliased.errors?.map(({ extensions }) => extensions.code)), query).toEqual(
      new Set(named.errors?.map(({ extensions }) => extensions.code)),
    );
    compared++;
  }
  expect(compared).toBeGreaterThan(50);
});
