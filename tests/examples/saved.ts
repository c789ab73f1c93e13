import { expect } from "vitest";
import { readSavedQueries } from "../../gateway/explorer/saved-queries.ts";
import type { Hub } from "../hub.ts";

const byName = new Map(readSavedQueries().map((saved) => [saved.name, saved]));

/** What a saved query answers over HTTP, with its own variables or with others in their place. */
export async function answerOf(hub: Hub, name: string, variables: Record<string, unknown> = {}): Promise<any> {
  const saved = byName.get(name)!;
  const { data, errors } = await hub.query(saved.query, { ...JSON.parse(saved.variables), ...variables });
  expect(errors, name).toBeUndefined();
  return data;
}
