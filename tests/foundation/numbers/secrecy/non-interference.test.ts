import {
  buildClientSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../../hub.ts";
import { importRows } from "../../../import-into.ts";

/** Two worlds that differ in withheld numbers alone: all that is public must be the same in both, byte for byte. */

const year = 2013;
const line = (niveau: string, territoire: string, valeur: number, more: object = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries({
      ...{ indicateur: "A09", niveau, territoire, annee: year, valeur, unite: "enfants", statut: "PUBLISHED" },
      ...{ numerateur: "", denominateur: "", millesime: year, remarque: "", perimetre: 2026, ...more },
    }).map(([name, value]) => [name, String(value)]),
  );

/** Small numbers in two EPCI, and what is shown beside them; communes of which nobody tells anything protect them. */
const world = (hidden: { a: number; c: number }) => [
  line("COMMUNE", "ZZ001", hidden.a, { remarque: `soit ${hidden.a} enfants` }),
  line("COMMUNE", "ZZ004", 40),
  line("COMMUNE", "ZZ005", 60),
  line("COMMUNE", "ZZ002", hidden.c),
  line("COMMUNE", "ZZ006", 45),
  line("COMMUNE", "ZZ008", 80),
  line("EPCI", "ZZ0000001", 140),
  line("EPCI", "ZZ0000002", 160),
  line("DEPARTMENT", "ZZ", 400),
];
const worlds = [world({ a: 4, c: 7 }), world({ a: 6, c: 3 })] as const;

const hubs: Hub[] = [];
let schema: GraphQLSchema;
beforeAll(async () => {
  for (const rows of worlds) {
    const hub = await startHub();
    hubs.push(hub);
    const { rejected, written } = await importRows(hub.databaseUrl, ["caf", "observations"], rows);
    expect([rejected, written]).toEqual([[], true]);
  }
  const { data } = await hubs[0]!.query(getIntrospectionQuery());
  schema = buildClientSchema(data);
});
afterAll(() => Promise.all(hubs.map((hub) => hub.close())));

/** What a field is asked with where it needs to be. */
const given: Record<string, string> = {
  since: "2012",
  with: "[REGION, NATION, PEERS]",
  first: "100",
  years: `[${year}]`,
  level: "COMMUNE",
};

/** When something happened differs between any two hubs. */
const unlike = new Set(["recordedAt", "receivedOn", "withheld"]);

/** All that may be asked of a type, so many objects deep. */
function selectionOf(type: GraphQLObjectType, depth: number): string {
  const asked = Object.values(type.getFields()).flatMap((field) => {
    const result = getNamedType(field.type);
    const args = argumentsOf(field);
    if (unlike.has(field.name) || args === null) return [];
    if (!isObjectType(result)) return `${field.name}${args}`;
    const inner = depth > 0 ? selectionOf(result, depth - 1) : "";
    return inner === "" ? [] : `${field.name}${args} ${inner}`;
  });
  return asked.length === 0 ? "" : `{ ${asked.join(" ")} }`;
}

/** @returns null where it needs one that is not given */
function argumentsOf(field: GraphQLField<unknown, unknown>): string | null {
  const required = field.args.filter(isRequiredArgument).map(({ name }) => name);
  if (required.some((name) => !(name in given))) return null;
  return required.length === 0 ? "" : `(${required.map((name) => `${name}: ${given[name]}`).join(", ")})`;
}

/** What is left of a budget grows with time. */
const withoutClock = (text: string) => text.replace(/"remaining":\d+/, "");

/** Asks both. @returns what the first answered */
async function same(query: string, caller?: string): Promise<any> {
  const [first, second] = await Promise.all(hubs.map((hub) => hub.query(query, {}, caller)));
  expect(withoutClock(second!.text)).toBe(withoutClock(first!.text));
  return first!.data;
}

const inWorld = 'level: COMMUNE, within: "DEPARTMENT:ZZ"';

test("numbers are withheld, and shown, in the same places", async () => {
  const data = await same(
    `{ indicator(code: "A09") { values(${inWorld}, years: [${year}], first: 100) { nodes { id observation { value status } } coverage { suppressed } } } }`,
  );
  expect(data.indicator.values.coverage.suppressed).toBe(2);
});

test.each([undefined, "dashboard"])("every field of a value, of its observation and of its list (%s)", async (caller) => {
  const [value, list] = ["Value", "ValueConnection"].map((name) => schema.getType(name) as GraphQLObjectType);
  for (const code of ["ZZ001", "ZZ004", "ZZ005", "ZZ002"])
    await same(`{ value(id: "A09:COMMUNE:${code}:${year}") ${selectionOf(value!, 2)} }`, caller);
  await same(`{ value(id: "A09:EPCI:ZZ0000001:${year}") ${selectionOf(value!, 2)} }`, caller);
  const page = selectionOf(list!, 2);
  await same(`{ indicator(code: "A09") { values(${inWorld}, years: [${year}], first: 10) ${page} } }`, caller);
});

test("every order, every bound, every status, every cursor of a list", async () => {
  const field = (schema.getType("Indicator") as GraphQLObjectType).getFields().values!;
  const orders = field.args
    .map(({ type }) => getNamedType(type))
    .filter(isEnumType)
    .find(({ name }) => name === "ValueOrder")!;
  const asked =
    "totalCount coverage { transmitted missing suppressed } median total { value status missingParts } nodes { id } pageInfo { endCursor }";
  const list = (args: string) => `{ indicator(code: "A09") { values(${inWorld}, years: [${year}], first: 4, ${args}) { ${asked} } } }`;
  for (const { name } of orders.getValues()) {
    const more = name.startsWith("CHANGE") ? ", since: 2012" : "";
    const data = await same(list(`orderBy: ${name}${more}`));
    await same(list(`orderBy: ${name}${more}, after: "${data.indicator.values.pageInfo.endCursor}"`));
  }
  for (const bound of [1, 3, 4, 5, 6, 7, 10, 38, 39, 40, 45, 49, 60]) {
    await same(list(`below: ${bound}`));
    await same(list(`above: ${bound}, orderBy: VALUE_DESC`));
  }
  for (const status of ["SUPPRESSED", "PUBLISHED", "NOT_TRANSMITTED"]) await same(list(`status: [${status}]`));
});

test("what a department, the catalogue and the committee say", async () => {
  await same(`{ indicator(code: "A09") { availability { level year transmitted of } } }`);
  await same(
    `{ territory(level: DEPARTMENT, code: "ZZ") { values(indicators: ["A09"], years: [${year}]) ${selectionOf(schema.getType("Value") as GraphQLObjectType, 2)} } }`,
  );
});
