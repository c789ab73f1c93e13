import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { getIntrospectionQuery } from "graphql";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "../../../foundation/config.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { type Hub, startHub } from "../../hub.ts";

const { limits } = readConfig({});

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const json = { "content-type": "application/json" };

/** Sends a body as it is. */
async function send(body: string | Uint8Array<ArrayBuffer> | undefined, init: RequestInit = {}) {
  const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers: json, body, ...init });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What no answer may hold: a stack, SQL, a file name, the name of a library. */
const leak = /\bat .+:\d+:\d+|node_modules|\.[tj]s\b|\/work\/|select |insert |relation |postgres|mikro|stack/i;

/** One error, French, with this code, that says nothing of the inside. */
function expectRefusal({ body, text }: { body: any; text: string }, code: string, message: RegExp) {
  expect(body?.errors, text).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
  expect(text).not.toMatch(leak);
}

describe("what is not POST with JSON is not executed:", () => {
  const query = "{ committees { id } }";

  test.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS"])("%s", async (method) => {
    const response = await fetch(`${hub.url}/graphql?query=${encodeURIComponent(query)}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toBe("POST");
    const text = await response.text();
    expectRefusal({ text, body: JSON.parse(text) }, "METHOD_NOT_ALLOWED", /^Seule la méthode POST est acceptée/);
  });

  test.each([
    ["a form", "application/x-www-form-urlencoded", new URLSearchParams({ query }).toString()],
    ["plain text", "text/plain", JSON.stringify({ query })],
    ["a bare query", "application/graphql", query],
    [
      "a multipart upload",
      "multipart/form-data; boundary=x",
      `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${JSON.stringify({ query })}\r\n--x--\r\n`,
    ],
    ["nothing said of its type", "", JSON.stringify({ query })],
  ])("%s", async (_, type, content) => {
    const answer = await send(new TextEncoder().encode(content), { headers: type ? { "content-type": type } : {} });
    expect(answer.status).toBe(415);
    expectRefusal(answer, "UNSUPPORTED_MEDIA_TYPE", /^Le corps doit être du JSON/);
  });

  test.each(['{"query": "{ committees { id } }"', "{'query': 1}", "query", "\u0000", '{"__proto__": {"query": "{ committees { id } }"}}'])(
    "broken JSON %j",
    async (content) => {
      const answer = await send(content);
      expect(answer.status).toBe(400);
      expectRefusal(answer, "MALFORMED_JSON", /^Le corps n'est pas un JSON valide/);
    },
  );

  test.each([
    "",
    "null",
    "1",
    '"{ committees { id } }"',
    "{}",
    '{"query": null}',
    '{"query": 1}',
    '{"query": ["{ committees { id } }"]}',
    '{"query": "{ committees { id } }", "variables": "x"}',
    '{"query": "{ committees { id } }", "operationName": 1}',
  ])("JSON that is no request %j", async (content) => {
    const answer = await send(content);
    expect(answer.status).toBe(400);
    expect(answer.body.data ?? null).toBeNull();
    expect(answer.body.errors, answer.text).toMatchObject([
      { message: expect.stringMatching(/[àéèêç«]/), extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } },
    ]);
    expect(answer.text).not.toMatch(leak);
  });

  test("several requests in one list", async () => {
    const answer = await send(JSON.stringify([{ query }, { query }]));
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('"committees"');
    expect(answer.body.errors, answer.text).toMatchObject([
      { message: expect.stringMatching(/une seule requête/), extensions: { code: expect.stringMatching(/^[A-Z_]+$/) } },
    ]);
  });

  test("a body above the limit, refused before it is read", async () => {
    const answer = await send(JSON.stringify({ query: `{ committees { id } } #${"x".repeat(limits.maxBodyBytes)}` }));
    expect(answer.status).toBe(413);
    expectRefusal(answer, "BODY_TOO_LARGE", /^Le corps de la requête dépasse/);
    const started = performance.now();
    expect(await statusOfAnnouncedBody(10 * 1024 ** 3)).toBe(413);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

/** Announces a body of this many bytes, sends the first of them only, and waits for the answer. */
function statusOfAnnouncedBody(length: number): Promise<number | undefined> {
  return new Promise((done, fail) => {
    const request = httpRequest(`${hub.url}/graphql`, { method: "POST", headers: { ...json, "content-length": length } }, (response) => {
      done(response.statusCode);
      request.destroy();
    });
    request.on("error", fail);
    request.write("{");
  });
}

describe("what the client got wrong is said in French:", () => {
  const one = "query One($code: ID!) { territory(level: DEPARTMENT, code: $code) { name } }";
  test.each<[string, object, RegExp]>([
    ["an empty query", { query: "" }, /^La requête n'est pas du GraphQL valide/],
    ["a syntax error", { query: "{ committees { id }" }, /^La requête n'est pas du GraphQL valide/],
    [
      "an unknown field",
      { query: "{ committees { department { mayor } } }" },
      /^Le champ « mayor » n'existe pas sur le type « Territory »/,
    ],
    [
      "an unknown argument",
      { query: '{ territory(level: DEPARTMENT, code: "52", year: 2025) { name } }' },
      /^L'argument « year » n'existe pas sur « Query.territory »/,
    ],
    [
      "a missing argument",
      { query: "{ territory(level: DEPARTMENT) { name } }" },
      /^L'argument « code » \(type ID!\) de « territory » est obligatoire/,
    ],
    [
      "an argument of the wrong type",
      { query: '{ inspectionPlan(department: "52", year: "2025") { status } }' },
      /^La valeur "2025" ne convient pas au type Int/,
    ],
    [
      "an unknown enum value",
      { query: "{ territories(level: DEPARTMENT, filter: { kinds: [COUNTY] }, first: 1) { totalCount } }" },
      /^La valeur « COUNTY » n'existe pas dans l'énumération « TerritoryKind »/,
    ],
    ["an object without selection", { query: "{ committees }" }, /^Le champ « committees » est un objet .* : dites entre accolades/],
    ["a value with a selection", { query: "{ committees { id { x } } }" }, /^Le champ « id » est une valeur simple/],
    ["an unknown fragment", { query: "{ committees { ...f } }" }, /^Le fragment « f » n'est pas défini/],
    ["an unused fragment", { query: "{ committees { id } } fragment f on Territory { code }" }, /^Le fragment « f » n'est jamais utilisé/],
    [
      "a fragment inside itself",
      { query: "{ committees { department { ...f } } } fragment f on Territory { ...f }" },
      /^Le fragment « f » se contient lui-même/,
    ],
    ["a fragment on another type", { query: "{ committees { ...f } } fragment f on Source { publisher }" }, /« f »/],
    ["an unknown type", { query: "{ committees { ... on Mayor { code } } }" }, /^Le type « Mayor » n'existe pas/],
    ["an unknown directive", { query: "{ committees @fast { id } }" }, /^La directive « @fast » n'existe pas/],
    [
      "two fields of one name",
      { query: '{ a: territory(level: DEPARTMENT, code: "52") { name } a: territory(level: DEPARTMENT, code: "93") { name } }' },
      /« a »/,
    ],
    [
      "an undeclared variable",
      { query: "{ territory(level: DEPARTMENT, code: $code) { name } }" },
      /^La variable « \$code » n'est pas déclarée/,
    ],
    ["an unused variable", { query: "query($code: ID) { committees { id } }" }, /^La variable « \$code » n'est jamais utilisée/],
    ["a missing variable", { query: one }, /^La variable « \$code » est obligatoire \(type ID!\)/],
    ["a null variable", { query: one, variables: { code: null } }, /^La variable « \$code » \(type ID!\) ne peut pas être nulle/],
    [
      "a variable of the wrong type",
      { query: one, variables: { code: { x: 1 } } },
      /^La variable « \$code » a une valeur qui ne convient pas/,
    ],
    [
      "a variable in the wrong place",
      { query: 'query($year: String) { inspectionPlan(department: "52", year: $year) { status } }' },
      /^La variable « \$year » est de type String là où le type Int! est attendu/,
    ],
    ["an operation that is not there", { query: one, operationName: "Two" }, /^L'opération « Two » n'est pas dans la requête/],
    [
      "none of several operations",
      { query: "query A { committees { id } } query B { committees { id } }" },
      /^La requête contient plusieurs opérations/,
    ],
    [
      "an unknown argument of a directive",
      { query: "{ committees @skip(if: true, then: 1) { id } }" },
      /^L'argument « then » n'existe pas sur la directive « @skip »/,
    ],
    [
      "a directive without its argument",
      { query: "{ committees @skip { id } }" },
      /^L'argument « if » \(type Boolean!\) de la directive « @skip » est obligatoire/,
    ],
    ["a directive twice", { query: "{ committees @skip(if: true) @skip(if: true) { id } }" }, /« @skip ».*une fois/],
    ["an argument twice", { query: '{ territory(level: DEPARTMENT, code: "52", code: "93") { name } }' }, /« code » est défini deux fois/],
    ["a schema definition", { query: "type Query { x: Int } query B { committees { id } }" }, /Query/],
    [
      "a broken date",
      { query: '{ facilities(department: "52", activeOn: "hier", first: 1) { totalCount } }' },
      /^La valeur "hier" ne convient pas au type Date\. Date au format AAAA-MM-JJ/,
    ],
    [
      "an unknown enum value in a variable",
      {
        query: "query($k: [TerritoryKind!]!) { territories(level: DEPARTMENT, filter: { kinds: $k }, first: 1) { totalCount } }",
        variables: { k: ["COUNTY"] },
      },
      /^La variable « \$k.* La valeur « COUNTY » n'existe pas/,
    ],
    [
      "an unterminated string",
      { query: '{ territory(level: DEPARTMENT, code: "52) { name } }' },
      /^La requête n'est pas du GraphQL valide/,
    ],
    ["a mutation", { query: "mutation { drop }" }, /drop/],
    ["a subscription", { query: "subscription { tick }" }, /subscription|abonnement/],
  ])("%s", async (_, request, message) => {
    const answer = await send(JSON.stringify(request));
    expect(Object.values(answer.body.data ?? {}).filter(Boolean)).toEqual([]);
    expect(answer.body.errors, answer.text).toHaveLength(1);
    const [error] = answer.body.errors;
    expect(error.message).toMatch(message);
    expect(error.message).not.toMatch(/\b(the|is|not|expected|cannot|unknown|must|found|did you mean)\b/i);
    expect(error.extensions.code).toMatch(/^(GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|BAD_ARGUMENT|OPERATION_RESOLUTION_FAILURE)$/);
    expect(Object.keys(error.extensions)).toEqual(["code"]);
    expect(error.locations?.[0] ?? request).toMatchObject(
      "operationName" in request || /operationName/.test(error.message) ? {} : { line: 1 },
    );
    expect(answer.text).not.toMatch(leak);
  });

  test.each([
    ["a null character", '{ territory(level: DEPARTMENT, code: "\\u0000") { name } }'],
    [
      "a null character in a list",
      '{ territory(level: DEPARTMENT, code: "52") { recruitmentNeeds(year: 2025, occupations: ["\\u0000"]) { year } } }',
    ],
    ["SQL", '{ territory(level: COMMUNE, code: "\'; drop table territory; --") { name } }'],
    [
      "the smallest and the greatest year",
      '{ committee(department: "52") { department { values(years: [-2147483648, 2147483647]) { observation { value } } } } }',
    ],
    [
      "the last deadlines",
      '{ territory(level: DEPARTMENT, code: "52") { deadlines(from: "9999-01-01", to: "9999-12-31", asOf: "0001-01-01") { dueOn } } }',
    ],
    [
      "the smallest and the greatest year of a list",
      '{ indicator(code: "B13") { values(level: DEPARTMENT, years: [-2147483648, 2147483647], first: 1) { totalCount } } }',
    ],
    ["the first day", '{ facilities(department: "52", activeOn: "0001-01-01", first: 1) { totalCount } }'],
    ["the last day", '{ facilities(department: "52", openedAfter: "9999-12-31", first: 1) { totalCount } }'],
    ["an empty list of years", '{ indicator(code: "B13") { values(level: DEPARTMENT, years: [], first: 1) { totalCount } } }'],
    ["an empty list of codes", '{ territory(level: DEPARTMENT, code: "52") { values(indicators: [], years: []) { id } } }'],
    [
      "a number beyond all",
      '{ indicator(code: "B13") { values(level: DEPARTMENT, years: [2023], below: 1e400, first: 1) { totalCount } } }',
    ],
    ["a very long code", `{ territory(level: EPCI, code: "${"é".repeat(5000)}") { name } }`],
  ])("%s is no reason for an internal error", async (_, query) => {
    const { status, text } = await send(JSON.stringify({ query }));
    expect(status).toBe(200);
    expect(text).not.toContain("INTERNAL_ERROR");
  });
});

test("introspection answers, with the French descriptions", async () => {
  const { data, errors } = await hub.query(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  const types = data.__schema.types as any[];
  expect(types.find(({ name }) => name === "FamilyServicesCommittee").description).toMatch(/^Comité départemental/);
  expect(types.filter(({ name }) => /^(join|link)__|^_(Any|Entity|Service)$/.test(name))).toEqual([]);
});

test("each request is one line of the log: who, what, how long, what it cost, and no variables", async () => {
  const before = hub.log.length;
  const { headers } = await send(
    JSON.stringify({ query: cdsfView, variables: { department: "ZZ", year: 2025 }, operationName: "CdsfView" }),
    {
      headers: { ...json, "apollographql-client-name": "tableau-de-bord-52" },
    },
  );
  const lines = hub.log.slice(before);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    reqId: headers.get("x-request-id"),
    operation: "CdsfView",
    client: "tableau-de-bord-52",
    status: 200,
    ms: expect.any(Number),
    calls: { cdsf: 1, indicators: 1, pmi: 1, territories: 1 },
  });
  expect(JSON.stringify(lines[0])).not.toMatch(/ZZ|variables/);
});

test("a request without operation name is logged under the name that its query gives", async () => {
  await send(JSON.stringify({ query: "query Regions { territories(level: REGION, first: 20) { nodes { code } } }" }));
  expect(hub.log.at(-1)).toMatchObject({ operation: "Regions", calls: { territories: 1 } });
});

test("a refused request is one line of the log too", async () => {
  const before = hub.log.length;
  await send("x", { headers: { "content-type": "text/plain" } });
  await fetch(`${hub.url}/graphql`);
  await send("[]");
  expect(hub.log.slice(before)).toMatchObject(
    [415, 405, 400].map((status) => ({ msg: "request", status, reqId: expect.any(String), ms: expect.any(Number) })),
  );
});

test("every answer carries a request id of its own", async () => {
  const ids = await Promise.all(
    Array.from({ length: 5 }, async () => (await send('{"query":"{ committees { id } }"}')).headers.get("x-request-id")),
  );
  expect(new Set(ids).size).toBe(5);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  const refused = await fetch(`${hub.url}/graphql`);
  expect(refused.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("a failure inside is INTERNAL_ERROR to the client, and has its cause in the log", async () => {
  await using broken = await startHub();
  const client = new pg.Client({ connectionString: broken.databaseUrl });
  await client.connect();
  await client.query("drop table pmi.inspection_objective cascade");
  await client.end();
  const { status, data, errors, text } = await broken.query(cdsfView, { department: "ZZ", year: 2025 });
  expect(status).toBe(200);
  expect(errors?.length).toBeGreaterThan(0);
  for (const error of errors!) {
    expect(error.message).toMatch(/^Une erreur interne est survenue/);
    expect(error.extensions).toEqual({ code: "INTERNAL_ERROR", source: "pmi", requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(error.message).toContain(error.extensions.requestId);
  }
  expect(text).not.toMatch(leak);
  expect(data.committee.department.name).toBe("Département de démonstration");
  const causes = broken.log.filter(({ msg }) => msg === "error behind an answer");
  expect(causes.length).toBeLessThanOrEqual(3);
  expect(causes[0]).toMatchObject({
    where: "pmi",
    err: { code: "42P01", message: expect.stringContaining("inspection_objective"), stack: expect.stringMatching(/\n +at .+\.[jt]s/) },
    reqId: errors![0]!.extensions.requestId,
  });
});

test("the log has nothing of the rows that PostgreSQL quotes in the detail of an error", async () => {
  await using broken = await startHub();
  const client = new pg.Client({ connectionString: broken.databaseUrl });
  await client.connect();
  await client.query(`
    create function pmi_journal.fail() returns trigger language plpgsql as
      $$ begin raise exception 'no more lines' using detail = 'Failing row contains (Cosette)'; end $$;
    create trigger fails before insert on pmi_journal.access for each row execute function pmi_journal.fail()`);
  await client.end();
  const { errors } = await broken.query(
    '{ territory(level: DEPARTMENT, code: "ZZ") { inspections(first: 1) { totalCount } } }',
    {},
    "cdzz",
  );
  expect(errors).toMatchObject([{ extensions: { code: "JOURNAL_UNAVAILABLE" } }]);
  const causes = broken.log.filter(({ msg }) => msg === "error behind an answer");
  expect(causes).toMatchObject([{ where: "pmi", err: { type: "DatabaseError", code: "P0001", message: "no more lines" } }]);
  expect(JSON.stringify(broken.log)).not.toContain("Cosette");
});

test("a connection on which nothing was asked does not keep the hub from closing", async () => {
  const closing = await startHub();
  const { hostname, port } = new URL(closing.url);
  const silent = connect(Number(port), hostname).on("error", () => {});
  const isClosed = new Promise((done) => silent.once("close", done));
  await new Promise((done) => silent.once("connect", done));
  await closing.query("{ committees { id } }");
  await closing.close();
  await isClosed;
});
