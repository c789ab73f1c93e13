import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** The hub answers POST only: a GET could be sent from another site, and its query would stand in logs. All three are a MAY. */
const exceptions = new Set([
  "MAY accept application/x-www-form-urlencoded formatted GET requests",
  "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/graphql-response+json",
  "MAY allow URL-encoded JSON string {variables} parameter in GETs when accepting application/json",
]);

test.each(serverAudits({ url: () => `${hub.url}/graphql`, fetchFn: fetch }))("GraphQL over HTTP: $name", async ({ name, fn }) => {
  const result = await fn();
  expect(result.status, "reason" in result ? result.reason : name).toBe(exceptions.has(name) ? "notice" : "ok");
});
