import { expect, test } from "vitest";
import { type Behaviour, serveSubgraphs } from "./http-subgraphs.ts";
import { openWorld } from "./world.ts";

const json = { "content-type": "application/json" };
const page = "<html><body>Bad Gateway at /srv/app.js:12</body></html>";
const tooLong = 64 * 1024 * 1024;

const withoutPrices = { maybe: ["b1", null, "b4", "b2", "b5"].map((id) => id && { id, price: null }) };

test.each<[what: string, behave: Behaviour]>([
  ["never answers", () => {}],
  ["begins to answer and stops", (response, body) => void response.writeHead(200, json).write(body.slice(0, 10))],
  [
    "cuts its answer",
    (response, body) =>
      void response.writeHead(200, { ...json, "content-length": body.length }).write(body.slice(0, 10), () => response.destroy()),
  ],
  ["resets the connection", (response) => void (response.socket as any).resetAndDestroy()],
  ["hangs up", (response) => void response.destroy()],
  ["answers a page", (response) => void response.writeHead(502, { "content-type": "text/html" }).end(page)],
  ["answers half of its JSON", (response, body) => void response.writeHead(200, json).end(body.slice(0, -4))],
  ["answers without a body", (response) => void response.writeHead(204).end()],
  ["sends elsewhere", (response) => void response.writeHead(307, { location: "http://127.0.0.1:1/" }).end()],
  ["answers too much", (response) => void response.writeHead(200, json).end(Buffer.alloc(tooLong + 1, " "))],
  ["says that it will", (response) => void response.writeHead(200, { ...json, "content-length": tooLong + 1 }).write("{")],
  ["answers bytes that are no text", (response) => void response.writeHead(200, json).end(Buffer.from([0xff, 0xfe, 0x00]))],
])("a subgraph that %s costs its own fields, with one error", async (_, stock) => {
  await using served = await serveSubgraphs({ stock });
  const world = openWorld({ urls: served.urls, limits: { callTimeoutMs: 700 } });
  const { data, errors, text } = await world.ask("{ maybe { id price } }");
  await world.close();
  expect(JSON.parse(data!)).toEqual(withoutPrices);
  expect(errors).toMatchObject([{ extensions: { code: "SOURCE_UNAVAILABLE", source: "stock" } }]);
  expect(errors[0]!.path).toBeUndefined();
  expect(text).not.toMatch(/srv|html/);
  expect(world.logged.length).toBe(1);
});

const refusal = {
  message: "Réservé",
  path: ["_entities", 0, "price"],
  extensions: { code: "FORBIDDEN", scope: "emails", departments: [] },
};

test.each([200, 401, 500])("what is told with a status of %i is told", async (status) => {
  const stock: Behaviour = (response, body) =>
    void response.writeHead(status, json).end(JSON.stringify({ ...JSON.parse(body), errors: [refusal] }));
  await using served = await serveSubgraphs({ stock });
  const world = openWorld({ urls: served.urls });
  const { data, errors } = await world.ask('{ product(id: "b2") { ... on Book { price } } }');
  await world.close();
  expect(data).toBe('{"product":{"price":4}}');
  expect(errors).toEqual([{ ...refusal, path: ["product", "price"] }]);
});

test("a client who leaves takes his calls with him, and one answer that is late costs no other", async () => {
  let asked = () => {};
  const isAsked = new Promise<void>((resolve) => (asked = resolve));
  let left = () => {};
  const hasLeft = new Promise<void>((resolve) => (left = resolve));
  const stock: Behaviour = (response) => {
    response.on("close", left);
    asked();
  };
  await using served = await serveSubgraphs({ stock });
  const world = openWorld({ urls: served.urls, limits: { callTimeoutMs: 60_000 } });
  const client = new AbortController();
  const answer = world.ask("{ maybe { id price } }", {}, { signal: client.signal });
  await isAsked;
  expect((await world.ask("{ me { id name } }")).errors).toEqual([]);
  client.abort();
  const { data, errors } = await answer;
  expect(JSON.parse(data!)).toEqual(withoutPrices);
  expect(errors).toMatchObject([{ extensions: { code: "REQUEST_TIMEOUT" } }]);
  await hasLeft;
  await world.close();
});
