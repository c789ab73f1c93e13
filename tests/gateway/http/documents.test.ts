import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  await hub.query("{ committees { id } }");
});
afterAll(() => hub.close());

async function send(body: object, accept = "application/json") {
  const headers = { "content-type": "application/json", accept };
  const response = await fetch(`${hub.url}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as any };
}

const two = `
  query Regions { territories(level: REGION, first: 20) { nodes { ...named } } }
  query Department($code: ID!) { department: territory(level: DEPARTMENT, code: $code) { name } }
  fragment named on Territory { name }
`;

describe("a document of several operations", () => {
  test("runs the one that is named, with its variables and its fragments alone", async () => {
    const named = await send({ query: two, operationName: "Department", variables: { code: "52" } });
    expect(named.body).toMatchObject({ data: { department: { name: "Haute-Marne" } } });
    expect(hub.lastCalls()).toEqual({ territories: 1 });
    expect(hub.log.at(-1)).toMatchObject({ operation: "Department" });
    const other = await send({ query: two, operationName: "Regions" });
    expect(other.body.data.territories.nodes.length).toBeGreaterThan(10);
    expect(other.body.data).not.toHaveProperty("department");
  });

  test("asks which, where none is named", async () => {
    for (const operationName of [undefined, null]) {
      const { status, body } = await send({ query: two, operationName }, "application/graphql-response+json");
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ extensions: { code: "OPERATION_RESOLUTION_FAILURE" } }]);
    }
    expect(hub.lastCalls()).toEqual({});
  });
});

describe("a persisted query", () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };

  test.each(["application/json", "application/graphql-response+json"])(
    "by its hash alone is not known, as clients that fall back expect it in %s",
    async (accept) => {
      const { status, body } = await send({ extensions }, accept);
      expect(status).toBe(200);
      expect(body).toEqual({
        errors: [{ message: "PersistedQueryNotSupported", extensions: { code: "PERSISTED_QUERY_NOT_SUPPORTED" } }],
      });
    },
  );

  test("with its text is run", async () => {
    expect((await send({ query: "{ committees { id } }", extensions })).body.data.committees.length).toBeGreaterThan(10);
  });

  test.each([{ extensions: {} }, { extensions: null }, { query: null, extensions }, { extensions: "persistedQuery" }])(
    "is not %j",
    async (body) => {
      const answer = await send(body);
      expect([answer.status, answer.body.errors[0].extensions.code]).toEqual([400, "BAD_REQUEST"]);
    },
  );
});

test("what else a body holds is ignored", async () => {
  const { status, body } = await send({ query: "{ committees { id } }", id: "1", doc_id: 2, extensions: { client: "x" }, variables: null });
  expect([status, body.errors]).toEqual([200, undefined]);
});

describe("a value that its scalar does not mean is refused before anything runs:", () => {
  const committee = (argument: string) =>
    `committee(department: "52") { department { values(years: [2025], indicators: ["T1"]) { observation(asOf: ${argument}) { value } } } }`;
  test.each<[string, string, object, RegExp]>([
    [
      "a Date in a variable",
      'query($d: Date) { committees { id } facilities(department: "52", activeOn: $d, first: 1) { totalCount } }',
      { d: "hier" },
      /^La variable « \$d » a une valeur qui ne convient pas\. La valeur "hier" ne convient pas au type Date\. Date au format AAAA-MM-JJ/,
    ],
    [
      "a day that is none",
      'query($d: Date!) { facilities(department: "52", activeOn: $d, first: 1) { totalCount } }',
      { d: "2026-02-30" },
      /« \$d »/,
    ],
    [
      "a Date by default",
      'query($d: Date = "hier") { facilities(department: "52", activeOn: $d, first: 1) { totalCount } }',
      {},
      /^La valeur "hier"/,
    ],
    [
      "a Date in the text",
      '{ committees { id } facilities(department: "52", activeOn: "2026-13-01", first: 1) { totalCount } }',
      {},
      /^La valeur "2026-13-01"/,
    ],
    ["a number for a Date", '{ facilities(department: "52", activeOn: 20260101, first: 1) { totalCount } }', {}, /^La valeur 20260101/],
    ["a DateTime in a variable", `query($t: DateTime) { ${committee("$t")} }`, { t: "2026-01-31" }, /« \$t » .* type DateTime/],
    ["a DateTime in the text", `{ ${committee('"31 janvier"')} }`, {}, /^La valeur "31 janvier" ne convient pas au type DateTime/],
    [
      "an Int",
      'query($y: Int!) { inspectionPlan(department: "52", year: $y) { status } }',
      { y: 1.5 },
      /« \$y » .* La valeur 1\.5 ne convient pas au type Int/,
    ],
  ])("%s", async (_, query, variables, message) => {
    const { status, body } = await send({ query, variables }, "application/graphql-response+json");
    expect(status).toBe(400);
    expect(body).toEqual({
      errors: [
        expect.objectContaining({
          message: expect.stringMatching(message),
          extensions: { code: expect.stringMatching(/^(BAD_ARGUMENT|GRAPHQL_VALIDATION_FAILED)$/) },
        }),
      ],
    });
    expect(hub.lastCalls()).toEqual({});
  });

  test("one that it means passes", async () => {
    const { body } = await send({
      query: `query($d: Date, $t: DateTime) { facilities(department: "52", activeOn: $d, first: 1) { totalCount } ${committee("$t")} }`,
      variables: { d: "2026-01-01", t: "2030-01-01T00:00:00Z" },
    });
    expect(body.errors).toBeUndefined();
    expect(body.data.facilities.totalCount).toBeGreaterThan(0);
  });
});

describe("what is wrong many times is told ten times, with how many more there are:", () => {
  const repeated = (count: number, part: (n: number) => string) => Array.from({ length: count }, (_, n) => part(n)).join(" ");
  test.each<[string, string, object, RegExp]>([
    ["an unknown directive", `{ committees { ${repeated(40, () => "id @fast")} } }`, {}, /^30 autres erreurs/],
    ["one too many", `{ committees { ${repeated(11, (n) => `x${n}`)} } }`, {}, /^1 autre erreur n'est/],
    ["unknown fields without end", `{ committees { ${repeated(900, (n) => `x${n}`)} } }`, {}, /^Plus de 90 autres erreurs/],
    ["unused variables", `query(${repeated(30, (n) => `$v${n}: ID`)}) { committees { id } }`, {}, /^20 autres erreurs/],
    ["unused fragments", `{ committees { id } } ${repeated(200, (n) => `fragment f${n} on Territory { code }`)}`, {}, /^Plus de 90 autres/],
    [
      "an argument again and again",
      `{ ${repeated(15, (n) => `a${n}: territory(level: DEPARTMENT, code: "52", code: "93") { name }`)} }`,
      {},
      /^5 autres/,
    ],
    [
      "values of one variable",
      "query($k: [TerritoryKind!]!) { territories(level: DEPARTMENT, filter: { kinds: $k }, first: 1) { totalCount } }",
      { k: Array(1_500).fill("COUNTY") },
      /^1490 autres erreurs/,
    ],
  ])("%s", async (_, query, variables, last) => {
    const { body } = await send({ query, variables });
    expect(body.data).toBeUndefined();
    expect(body.errors).toHaveLength(11);
    expect(body.errors.at(-1)).toEqual({ message: expect.stringMatching(last), extensions: { code: "TOO_MANY_ERRORS" } });
    expect(body.errors.slice(0, 10).every(({ extensions }: any) => extensions.code !== "TOO_MANY_ERRORS")).toBe(true);
    expect(JSON.stringify(body).length).toBeLessThan(10_000);
  });

  test("ten are told without a last word", async () => {
    const { body } = await send({ query: `{ committees { ${repeated(10, (n) => `x${n}`)} } }` });
    expect(body.errors).toHaveLength(10);
  });

  test("and long names are shortened", async () => {
    const { body } = await send({ query: `{ ${repeated(10, (n) => `x${n}${"y".repeat(9_000)}`)} }` });
    expect(JSON.stringify(body).length).toBeLessThan(10_000);
    const named = await send({ query: two, operationName: "x".repeat(50_000) });
    expect(JSON.stringify(named.body).length).toBeLessThan(1_000);
  });
});

test.each([
  ["an argument", 'query($v: Int = 5) { territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: $v) { totalCount } } }'],
  [
    "an argument in a fragment",
    'query($v: Int = 5) { territory(level: DEPARTMENT, code: "52") { ...f } } fragment f on Territory { parts(level: COMMUNE, first: $v) { totalCount } }',
  ],
  ["a directive", 'query($v: Boolean = true) { territory(level: DEPARTMENT, code: "52") { name @skip(if: $v) } }'],
])("a null in place of a variable's default, where %s may not be null, is refused before anything runs", async (_, query) => {
  const { data, errors } = await hub.query(query, { v: null });
  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/« \$v » .* ne peut pas être nulle/), extensions: { code: "BAD_ARGUMENT" } },
  ]);
});

test("a date of year 0, which no calendar of the database has, is refused before anything runs", async () => {
  const query =
    '{ committee(department: "ZZ") { department { values(years: [2024], indicators: ["T1"]) { observation(asOf: "0000-01-01T00:00:00Z") { value } } } } }';
  expect((await hub.query(query)).errors).toMatchObject([{ extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
});
