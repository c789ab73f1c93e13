import { readFile } from "node:fs/promises";
import { buildSchema, getDirectiveValues, getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../../../foundation/config.ts";
import { cdsfView } from "../../cdsf-view.ts";
import { type Hub, startHub } from "../../hub.ts";

const { limits } = readConfig({});

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const parts = (level: string, first: number, inner: string) => `parts(level: ${level}, first: ${first}) { nodes { ${inner} } }`;
const communes = (inner: string) => parts("COMMUNE", 100, inner);
const regions = (inner: string) => `territories(level: REGION, first: 20) { nodes { ${inner} } }`;

test.each<[string, string, number, number]>([
  ["an object costs 1, its values nothing", '{ territory(level: DEPARTMENT, code: "52") { code name } }', 1, 1],
  ["a list costs its assumed size, then its own", "{ indicators { code } }", 250, 231],
  [
    "first is the size of a page, not of its edges only",
    '{ territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: 3) { nodes { code } } } }',
    5,
    5,
  ],
  [
    "nodes and edges both count",
    '{ territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: 3) { nodes { code } edges { node { code } } } } }',
    11,
    11,
  ],
  ["a count costs 1", '{ territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: 3) { totalCount } } }', 3, 3],
  [
    "identifiers give the size",
    '{ territory(level: DEPARTMENT, code: "52") { values(years: [2025], indicators: ["T1", "T7"]) { id } } }',
    3,
    3,
  ],
  [
    "years give it as many times",
    '{ territory(level: DEPARTMENT, code: "52") { values(years: [2022, 2023], indicators: ["T1", "T7"]) { id } } }',
    5,
    5,
  ],
  [
    "without years there may be as many as a request may name",
    '{ territory(level: DEPARTMENT, code: "52") { values(indicators: ["B13"]) { id } } }',
    1 + 30,
    1 + 14,
  ],
  [
    "… and of all indicators as many values as an answer holds",
    '{ territory(level: DEPARTMENT, code: "93") { values { id } } }',
    1 + 400,
    expect.any(Number) as never,
  ],
  ["what was not there is given back", '{ territory(level: COMMUNE, code: "52121") { parents(level: EPCI) { code } } }', 4, 2],
  [
    "what aliases repeat counts again",
    '{ a: territory(level: DEPARTMENT, code: "52") { code } b: territory(level: DEPARTMENT, code: "52") { code } }',
    2,
    2,
  ],
  ["what fragments repeat does not", '{ ...f ...f } fragment f on Query { territory(level: DEPARTMENT, code: "52") { code } }', 1, 1],
  ["null costs nothing", '{ territory(level: DEPARTMENT, code: "none") { legalPopulation { value } } }', 2, 0],
  ["__typename is free", "{ __typename }", 0, 0],
])("%s", async (_, query, requested, actual) => {
  expect((await hub.query(query)).extensions?.cost).toMatchObject({ requested, actual });
});

test("variables and their defaults give sizes too", async () => {
  const query = 'query($n: Int! = 2) { territory(level: DEPARTMENT, code: "52") { parts(level: COMMUNE, first: $n) { nodes { code } } } }';
  expect((await hub.query(query)).extensions?.cost.requested).toBe(4);
  expect((await hub.query(query, { n: 7 })).extensions?.cost.requested).toBe(9);
});

test("the CDSF view of all departments is within the maximum, and costs what was thought", async () => {
  const committee = cdsfView.slice(cdsfView.indexOf("{", cdsfView.indexOf("committee(")), cdsfView.lastIndexOf("}"));
  const { extensions, errors } = await hub.query(
    `query($year: Int!, $from: Date! = "2025-01-01", $to: Date! = "2025-12-31") { committees ${committee} }`,
    { year: 2025 },
  );
  expect(errors).toBeUndefined();
  const { requested, actual } = extensions!.cost;
  expect(requested).toBeLessThan(limits.maxCost / 2);
  expect(actual).toBeLessThanOrEqual(requested);
  expect(actual).toBeGreaterThan(requested / 2);
});

test.each<[string, string, string, number]>([
  [
    "every commune of every EPCI of every commune",
    `{ committees { department { ${parts("EPCI", 14, communes(`parents(level: EPCI) { ${communes("code")} }`))} } } }`,
    "COST_TOO_HIGH",
    limits.maxCost,
  ],
  [
    "every commune with its values",
    `{ ${regions(parts("DEPARTMENT", 10, communes("legalPopulation { value } values { observation { value } }")))} }`,
    "COST_TOO_HIGH",
    limits.maxCost,
  ],
  [
    "back and forth between regions and departments",
    `{ ${regions(`${"parts(level: DEPARTMENT, first: 10) { nodes { parents(level: REGION) { ".repeat(3)} ${parts("DEPARTMENT", 10, "code")} ${"} } }".repeat(3)}`)} }`,
    "COST_TOO_HIGH",
    limits.maxCost,
  ],
  [
    "a narrow path that multiplies",
    `{ ${regions(parts("DEPARTMENT", 10, parts("EPCI", 14, communes("code"))))} }`,
    "COST_TOO_HIGH",
    limits.maxCost,
  ],
  ["more rows than a page holds", `{ committees { department { ${communes("code").replace("100", "101")} } } }`, "TOO_MANY_ROWS", 100],
])("%s is refused before any call", async (_, query, code, allowed) => {
  const { errors } = await hub.query(query);
  expect(errors).toMatchObject([{ message: expect.stringContaining(`${allowed}`), extensions: { code, allowed } }]);
  expect(hub.lastCalls()).toEqual({});
});

test("lists that multiply are refused where the cost alone would let them pass", async () => {
  await using strict = await startHub({ limits: { maxNestedRows: 1_000 } });
  const { errors } = await strict.query("{ committees { department { parts(level: EPCI, first: 14) { nodes { code } } } } }");
  expect(errors).toMatchObject([{ extensions: { code: "LISTS_TOO_NESTED", allowed: 1_000 } }]);
  expect((await strict.query("{ committees { id department { code parents(level: REGION) { code } } } }")).errors).toBeUndefined();
});

test("every list of objects says how long it is", async () => {
  const schema = buildSchema(await readFile(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8"), {
    assumeValidSDL: true,
  });
  const listSize = schema.getDirective("listSize")!;
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith("__"))
    .flatMap((type) => Object.values((type as any).getFields()).map((field: any) => ({ name: `${type.name}.${field.name}`, field })));
  const sized = new Set(fields.flatMap(({ field }) => (getDirectiveValues(listSize, field.astNode)?.sizedFields as string[]) ?? []));
  const unsaid = fields
    .filter(({ field }) => isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type)))
    .filter(({ name, field }) => !(/Connection\./.test(name) && sized.has(field.name)) && !getDirectiveValues(listSize, field.astNode));
  expect(unsaid.map(({ name }) => name)).toEqual([]);
  expect(
    fields.filter(({ field }) => /Connection!?$/.test(field.type)).filter(({ field }) => !getDirectiveValues(listSize, field.astNode)),
  ).toEqual([]);
});
