import assert from "node:assert/strict";
import type { Operation } from "./operations.ts";
import type { System } from "./systems.ts";

/**
 * The answer of each system to an operation, as it is sent.
 * @throws where they hold data that are not equal as JSON (the order of keys is free), or where one holds an error.
 */
export async function equalAnswers(systems: readonly System[], { name, query, variables }: Operation): Promise<string[]> {
  const answers: string[] = [];
  for (const { gateway } of systems) {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(gateway.url, { method: "POST", headers: { "content-type": "application/json" }, body });
    answers.push(await response.text());
  }
  const [first, ...others] = answers.map((answer) => JSON.parse(answer));
  assert.equal(first.errors, undefined, `${name}: ${systems[0]!.name} answers with an error`);
  for (const [index, other] of others.entries())
    assert.deepEqual(other.data, first.data, `${name}: ${systems[index + 1]!.name} answers otherwise`);
  return answers;
}
