import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** A way to ask, and the plain question that it stands for. */
test.each<[way: string, query: string, plain: string]>([
  [
    "a list asked for twice",
    `{ department: territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: 2) { nodes { name } } parts(level: COMMUNE, first: 2) { nodes { code } nodes { name } totalCount } } }`,
    `{ department: territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: 2) { nodes { name code } totalCount } } }`,
  ],
  [
    "through fragments",
    `query { ...Q committees { id } } fragment Q on Query { committees { installedOn ...C } } fragment C on FamilyServicesCommittee { id ... { department { code parents { code } } } department { name parents { name } } }`,
    `{ committees { installedOn id department { code name parents { code name } } } }`,
  ],
  [
    "through the types that it has",
    `{ department: territory(level: DEPARTMENT, code: "ZZ") { values(years: [2025]) { id territory { code parents { code } ... on Territory { __typename name ... on Territory { parents { name } } } } ... on Value { id observation { value } } observation { status } } } }`,
    `{ department: territory(level: DEPARTMENT, code: "ZZ") { values(years: [2025]) { id territory { code __typename name parents { code name } } observation { value status } } } }`,
  ],
  [
    "with variables that skip",
    `query ($no: Boolean = false) { committees { id } committees @include(if: $no) { installedOn } department: territory(level: DEPARTMENT, code: "52") { name @include(if: $no) } }`,
    `{ committees { id } department: territory(level: DEPARTMENT, code: "52") { ... @include(if: false) { name } } }`,
  ],
])("%s is answered once", async (_, query, plain) => {
  const { data, errors } = await hub.query(query);
  expect(errors).toBeUndefined();
  const expected = await hub.query(plain);
  expect(expected.errors).toBeUndefined();
  expect(data).toEqual(expected.data);
});

test("what is asked for many times costs and weighs what it does once", async () => {
  const nodes = "nodes { name }";
  const once = await hub.query(`{ committees { department { parts(level: COMMUNE, first: 100) { ${nodes} } } } }`);
  const often = await hub.query(`{ committees { department { parts(level: COMMUNE, first: 100) { ${`${nodes} `.repeat(100)} } } } }`);
  expect(once.errors).toBeUndefined();
  expect(often.data).toEqual(once.data);
  expect(often.extensions!.cost.actual).toBe(once.extensions!.cost.actual);
});

test("what repeats more than can be compared is refused in French", async () => {
  const { errors } = await hub.query(`{ department: territory(level: DEPARTMENT, code: "52") { ${"name ".repeat(900)} } }`);
  expect(errors).toMatchObject([{ message: expect.stringMatching(/répète trop/), extensions: { code: "GRAPHQL_VALIDATION_FAILED" } }]);
});

test("what is asked plainly and of its type is refused once", async () => {
  const query = `{ department: territory(level: DEPARTMENT, code: "ZZ") { values(years: [2025]) { observation { withheld { value } } ... on Value { observation { status withheld { numerator } } } } } }`;
  const { errors } = await hub.query(query);
  expect(errors).toMatchObject([{ path: ["department", "values", 0, "observation", "withheld"], extensions: { code: "FORBIDDEN" } }]);
});

test("a value under many names costs and weighs what they all do", async () => {
  const names = Array.from({ length: 50 }, (_, n) => `n${n}: id`).join(" ");
  const { extensions } = await hub.query(`{ committees { ${names} } }`);
  const committees = (await hub.query("{ committees { id } }")).extensions!.cost.actual;
  expect(extensions!.cost.actual).toBe(51 * committees);
});

test.each(["__proto__", "constructor", "hasOwnProperty", "toString"])(
  "no response key is called %s, and nobody else notices",
  async (name) => {
    for (const query of [
      `{ department: territory(level: DEPARTMENT, code: "52") { ${name}: parts(level: COMMUNE, first: 1) { nodes { name } } } }`,
      `{ ${name}: territory(level: DEPARTMENT, code: "52") { assign: code } }`,
      `query { ...F } fragment F on Query { department: territory(level: DEPARTMENT, code: "52") { ${name}: name } }`,
    ]) {
      const { errors } = await hub.query(query);
      expect([errors![0]!.extensions.code, errors![0]!.message]).toEqual(["RESERVED_NAME", expect.stringContaining(name)]);
    }
    expect((await hub.query('{ department: territory(level: DEPARTMENT, code: "52") { name } }')).data).toEqual({
      department: { name: "Haute-Marne" },
    });
  },
);

test("types inside each other are no way to make the planner work", async () => {
  const nested = (depth: number): string =>
    depth === 0 ? "name" : `name values(years: [2025]) { ... on Value { territory { ${nested(depth - 1)} } } ... on Value { id } }`;
  const { errors } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { values(years: [2025]) { territory { ${nested(6)} } } } }`,
  );
  expect(errors![0]!.extensions.code).toMatch(/^(OPERATION_TOO_LARGE|COST_TOO_HIGH|LISTS_TOO_NESTED|TOO_DEEP)$/);
});
