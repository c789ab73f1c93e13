import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

const dashboard = "https://tableau-de-bord.example";
const body = '{"query": "{ committees { id } }"}';
const json = { "content-type": "application/json" };

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({ corsOrigins: [dashboard] });
});
afterAll(() => hub.close());

const post = (headers: Record<string, string>, content: string | Uint8Array<ArrayBuffer> = body) =>
  fetch(`${hub.url}/graphql`, { method: "POST", headers, body: content });

test.each([
  ["an answer of the graph", () => post(json)],
  ["a refusal of the graph", () => fetch(`${hub.url}/graphql`)],
  ["the explorer", () => fetch(`${hub.url}/`)],
  ["health", () => fetch(`${hub.url}/health/live`)],
  ["an address that is not there", () => fetch(`${hub.url}/nothing`)],
])("%s has the security headers, no cookie, and does not say what made it", async (_, ask) => {
  const { headers } = await ask();
  expect(headers.get("content-security-policy")).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
  expect(headers.get("strict-transport-security")).toMatch(/^max-age=\d+/);
  expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
  for (const name of ["set-cookie", "x-powered-by", "server", "access-control-allow-origin"]) expect(headers.get(name)).toBeNull();
});

test("an answer of the graph is stored nowhere", async () => {
  for (const answer of [await post(json), await fetch(`${hub.url}/graphql`)]) expect(answer.headers.get("cache-control")).toBe("no-store");
});

describe("a page of another site", () => {
  const preflight = (origin: string) =>
    fetch(`${hub.url}/graphql`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type,authorization" },
    });

  test("may call the graph where it is on the list", async () => {
    const asked = await preflight(dashboard);
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe(dashboard);
    expect(asked.headers.get("access-control-allow-methods")).toBe("POST");
    expect(asked.headers.get("access-control-allow-credentials")).toBeNull();
    const { headers } = await post({ ...json, origin: dashboard });
    expect(headers.get("access-control-allow-origin")).toBe(dashboard);
    expect(headers.get("access-control-expose-headers")).toMatch(/ratelimit/i);
    expect(headers.get("vary")).toMatch(/origin/i);
  });

  test("may not where it is not, nor where there is no list", async () => {
    expect((await preflight("https://autre.example")).headers.get("access-control-allow-origin")).toBeNull();
    expect((await post({ ...json, origin: "https://autre.example" })).headers.get("access-control-allow-origin")).toBeNull();
    await using closed = await startHub();
    const { headers } = await fetch(`${closed.url}/graphql`, { method: "POST", headers: { ...json, origin: dashboard }, body });
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});

test.each([
  ["application/json", "application/json; charset=utf-8"],
  ["application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
  ["application/json;q=0.1, application/graphql-response+json", "application/graphql-response+json; charset=utf-8"],
  ["text/html, */*;q=0.5", "application/json; charset=utf-8"],
  ["application/json; charset=utf-8", "application/json; charset=utf-8"],
  ["application/json; charset=iso-8859-1", "application/json; charset=utf-8"],
  [
    "application/graphql-response+json; charset=utf-8, application/json; charset=utf-8; q=0.9",
    "application/graphql-response+json; charset=utf-8",
  ],
  [
    "application/json;profile=strict;Q=0.1, application/graphql-response+json;charset=utf-8;q=0.2",
    "application/graphql-response+json; charset=utf-8",
  ],
  ["application/json;q=0, application/*;q=0.1", "application/graphql-response+json; charset=utf-8"],
  ["application/*", "application/json; charset=utf-8"],
])("accept: %s is answered with %s", async (accept, type) => {
  const { status, headers } = await post({ ...json, accept });
  expect({ status, type: headers.get("content-type") }).toEqual({ status: 200, type });
});

test.each([
  "image/png",
  "text/event-stream",
  "multipart/mixed",
  "text/*",
  "application/json;q=0",
  "application/json; charset=utf-8; q=0.0",
])("accept: %s is refused with a body that says why", async (accept) => {
  const answer = await post({ ...json, accept });
  expect(answer.status).toBe(406);
  expect(await answer.json()).toMatchObject({
    errors: [{ message: expect.stringMatching(/^Le hub répond en JSON/), extensions: { code: "NOT_ACCEPTABLE" } }],
  });
  expect(hub.lastCalls()).toEqual({});
});

test.each<[string, string, string | Uint8Array<ArrayBuffer>, number, string | null]>([
  ["UTF-8, said or not", "application/json; charset=UTF-8", body, 200, null],
  ["Latin-1", "application/json; charset=iso-8859-1", body, 415, "UNSUPPORTED_MEDIA_TYPE"],
  ["UTF-16", 'application/json; charset="utf-16"', body, 415, "UNSUPPORTED_MEDIA_TYPE"],
  [
    "bytes that are no UTF-8",
    "application/json",
    new Uint8Array([...Buffer.from('{"query": "{ committees { id } } # '), 0xe9, 0x22, 0x7d]),
    400,
    "MALFORMED_JSON",
  ],
])("a body in %s", async (_, type, content, status, code) => {
  const answer = await post({ "content-type": type }, content);
  expect(answer.status).toBe(status);
  expect(((await answer.json()) as any).errors?.[0].extensions.code ?? null).toBe(code);
});
