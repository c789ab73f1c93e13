import { afterAll, beforeAll, expect, test } from "vitest";
import { openData } from "../../../foundation/rights/rights.ts";
import { signCall } from "../../gateway-key.ts";
import { copyOfSample } from "../../hub.ts";
import { type Apart, startApart } from "../../subgraph-apart.ts";

let sample: Awaited<ReturnType<typeof copyOfSample>>;
let territories: Apart;
beforeAll(async () => {
  sample = await copyOfSample();
  territories = await startApart("territories", sample.url);
});
afterAll(async () => {
  await territories?.stop();
  await sample?.drop();
});

async function post(asked: object, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await signCall("territories", openData)}`;
  const answer = await fetch(territories.url, {
    method: "POST",
    headers: { "content-type": "application/json", authorization, ...headers },
    body: JSON.stringify(asked),
  });
  const { extensions, ...body } = (await answer.json()) as any;
  expect(extensions).toEqual({ dataVersion: expect.stringMatching(/^\d+@/) });
  return { status: answer.status, headers: answer.headers, body };
}

const entities = `query Entities($representations: [_Any!]!, $on: Boolean = true) {
  _entities(representations: $representations) { ... on Territory { name @include(if: $on) } }
}`;
const representations = [{ __typename: "Territory", id: "DEPARTMENT:52" }];

test("a call is answered, and no cache may keep it", async () => {
  const { status, headers, body } = await post({ query: entities, variables: { representations } });
  expect({ status, body }).toEqual({ status: 200, body: { data: { _entities: [{ name: "Haute-Marne" }] } } });
  expect(headers.get("cache-control")).toBe("no-store");
  expect((await post({ query: entities, variables: { representations, on: false } })).body).toEqual({ data: { _entities: [{}] } });
});

test("its schema can be read", async () => {
  const { body } = await post({ query: "{ __schema { queryType { name } } _service { sdl } }" });
  expect(body.data).toMatchObject({ __schema: { queryType: { name: "Query" } }, _service: { sdl: expect.stringContaining("@key") } });
});

const unacceptable = { message: expect.stringContaining("n'est pas recevable"), extensions: { code: "BAD_ARGUMENT" } };
const internal = { message: expect.stringContaining("Une erreur interne"), extensions: { code: "INTERNAL_ERROR" } };

test.each([
  { what: "a variable that is missing", request: { query: entities }, status: 400, error: unacceptable },
  { what: "a variable that is null", request: { query: entities, variables: { representations: null } }, status: 400, error: unacceptable },
  { what: "a null in a list", request: { query: entities, variables: { representations: [null] } }, status: 400, error: unacceptable },
  {
    what: "a variable of another type",
    request: { query: entities, variables: { representations, on: "yes" } },
    status: 400,
    error: unacceptable,
  },
  { what: "a field that is not there", request: { query: "{ nothing }" }, status: 400, error: internal },
  { what: "a text that is none", request: { query: "{" }, status: 400, error: internal },
  {
    what: "an operation that is not there",
    request: { query: "query A { __typename }", operationName: "B" },
    status: 400,
    error: internal,
  },
])("$what is refused", async ({ request, status, error }) => {
  const answer = await post(request);
  expect(answer.status).toBe(status);
  expect(answer.body).toEqual({ errors: [error] });
});

test("an error of a field is told at its place, in French, without its cause", async () => {
  const query = '{ department: territory(level: DEPARTMENT, code: "52") { name parts(level: COMMUNE, first: 0) { totalCount } } }';
  const { status, body } = await post({ query });
  expect(status).toBe(200);
  expect(body).toEqual({
    data: { department: { name: "Haute-Marne", parts: null } },
    errors: [
      {
        message: expect.stringContaining("« first »"),
        path: ["department", "parts"],
        extensions: { code: "TOO_MANY_ROWS", allowed: 100 },
      },
    ],
  });
});

test("what only a page of another site could send is refused", async () => {
  const authorization = `Bearer ${await signCall("territories", openData)}`;
  const headers = { "content-type": "text/plain", authorization };
  const { status } = await fetch(territories.url, { method: "POST", headers, body: '{"query":"{ __typename }"}' });
  expect(status).toBeGreaterThanOrEqual(400);
});
