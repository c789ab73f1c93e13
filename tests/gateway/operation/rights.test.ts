import { readFile } from "node:fs/promises";
import {
  buildSchema,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isLeafType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { departmentsByScope, type Rights } from "../../../foundation/rights/rights.ts";
import type { Scope } from "../../../foundation/rights/scopes.ts";
import { subgraphs } from "../../../subgraphs/subgraphs.ts";
import { clients, rightsOf } from "../../clients.ts";
import { type Hub, startHub } from "../../hub.ts";
import { restrictedRowsIn52 } from "../../restricted-rows.ts";
import { type Apart, startApart } from "../../subgraph-apart.ts";

/** Every protected field × every client × own and other territory × every way to ask × in process and apart, built from the schema itself. */

const supergraph = buildSchema(await readFile(new URL("../../../schema/supergraph.graphql", import.meta.url), "utf8"), {
  assumeValidSDL: true,
});
const types = Object.values(supergraph.getTypeMap()).filter(isObjectType);

type Field = GraphQLField<unknown, unknown>;

const scopeOf = ({ astNode }: Pick<Field, "astNode"> | GraphQLObjectType): Scope | undefined => {
  const required = astNode?.directives?.find(({ name }) => name.value === "requiresScopes");
  return required && (JSON.stringify(required.arguments).match(/"value":"([a-z-]+:[a-z]+)"/)?.[1] as Scope);
};

interface ProtectedField {
  type: GraphQLObjectType;
  field: Field;
  scope: Scope;
}

const protectedFields: ProtectedField[] = types.flatMap((type) =>
  Object.values(type.getFields()).flatMap((field) => (scopeOf(field) ? [{ type, field, scope: scopeOf(field)! }] : [])),
);

/** Where what is written is asked for; all else is asked of Query. */
const mutation = supergraph.getMutationType();

/** A number that each of the writers of the sample may write, tried and not written: the Caf's, and the CD PMI's. */
const inputOf = (department: string, client: string) =>
  `{ idempotencyKey: "matrix", dryRun: true, values: [{ indicator: "${client === "cdzz" ? "B11" : "B09"}", territory: "DEPARTMENT:${department}", year: 1999, value: 30, status: PUBLISHED }] }`;

/** Values for the arguments that a path needs, by name; an `id` is that of a facility. */
const argument = (field: string, name: string, department: string, client: string): string | undefined =>
  name === "id" && field !== "facility"
    ? undefined
    : {
        department: `"${department}"`,
        level: "DEPARTMENT",
        code: `"${department}"`,
        id: `"${department}-F052"`,
        first: "100",
        year: "2025",
        input: inputOf(department, client),
      }[name];

/** `name(arguments)`; undefined where an obligatory argument is not one of those above. */
function call({ name, args }: Field, department: string, client = ""): string | undefined {
  const values = args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map((arg) => [arg.name, argument(name, arg.name, department, client)]);
  if (values.some(([, value]) => value === undefined)) return undefined;
  return values.length === 0 ? name : `${name}(${values.map((pair) => pair.join(": ")).join(", ")})`;
}

/** The shortest way from Query to a type over open fields that give one object. */
function pathTo(wanted: GraphQLNamedType, department: string): string[] {
  if (wanted === mutation) return [];
  const queue: { type: GraphQLObjectType; path: string[] }[] = [{ type: supergraph.getQueryType()!, path: [] }];
  const seen = new Set<string>();
  for (const { type, path } of queue) {
    if (type === wanted) return path;
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      const step = call(field, department);
      if (!isObjectType(next) || String(field.type).includes("[") || scopeOf(field) || seen.has(next.name) || !step) continue;
      seen.add(next.name);
      queue.push({ type: next, path: [...path, step] });
    }
  }
  throw new Error(`no query reaches ${wanted.name}: give the test an argument for it`);
}

/** What subgraphs tell each other is in the supergraph, and in no client's graph. */
const isHidden = ({ astNode }: Field) => astNode?.directives?.some(({ name }) => name.value === "inaccessible");

/** All that can be asked of a type without arguments, three levels deep. */
function selection(type: GraphQLNamedType, depth = 3): string {
  if (isLeafType(type)) return "";
  const parts = Object.values((type as GraphQLObjectType).getFields()).flatMap((field) => {
    if (field.args.length > 0 || isHidden(field)) return [];
    const named = getNamedType(field.type);
    return isLeafType(named) ? [field.name] : depth > 0 ? [`${field.name} ${selection(named, depth - 1)}`] : [];
  });
  return `{ __typename ${parts.join(" ")} }`;
}

const nested = (path: string[], inner: string) => `${path.map((step) => `${step} { `).join("")}${inner}${" }".repeat(path.length)}`;

/** Ways to ask for the same field; each answers it under the key `asked`. */
const shapes: Record<string, (path: string[], type: string, field: string) => string> = {
  alias: (path, _, field) => `query { ${nested(path, `asked: ${field}`)} }`,
  "named operation": (path, _, field) => `query Plain { ${nested(path, `asked: ${field}`)} }`,
  "inline fragment": (path, type, field) => `{ ${nested(path, `... on ${type} { asked: ${field} }`)} }`,
  "nested fragments": (path, type, field) =>
    `query { ...Q } fragment Q on Query { ${nested(path, "...F")} } fragment F on ${type} { ... { asked: ${field} } }`,
  "include and skip": (path, _, field) =>
    `query ($yes: Boolean = true, $no: Boolean = false) { ${nested(path, `asked: ${field.replace(/^(\w+(\(.*?\))?)/, "$1 @include(if: $yes) @skip(if: $no)")}`)} }`,
};

/** Who may read them depends on the row: the tests of secrecy ask in the other territory. */
const decidedByRow = new Set(["Observation.withheld"]);

/** The same question, asked of Mutation. */
const asMutation = (text: string) => text.replace(/^(query)? */, "mutation ").replaceAll("on Query", "on Mutation");

const anyRegisterId = (department: string) => new RegExp(`${department}-[IS]20\\d\\d`);

const named = ({ type, field }: ProtectedField) => `${type.name}.${field.name}`;

let hub: Hub;
const hubs: { place: string; hub: Hub }[] = [];
const apart: Apart[] = [];
beforeAll(async () => {
  const limits = { maxCost: 10_000_000, maxNestedRows: 10_000_000 };
  hub = await startHub({ prepare: restrictedRowsIn52, limits });
  for (const { name } of subgraphs.filter((each) => each.name !== "access")) apart.push(await startApart(name, hub.databaseUrl));
  const urls = Object.fromEntries(apart.map(({ name, url }) => [name, url]));
  hubs.push({ place: "in process", hub }, { place: "apart", hub: await startHub({ databaseUrl: hub.databaseUrl, urls, limits }) });
});
afterAll(async () => {
  await hubs[1]?.hub.close();
  await Promise.all(apart.map(({ stop }) => stop()));
  await hub.close();
});

test("the schema protects something", () => {
  expect(protectedFields.map(named)).toEqual(
    expect.arrayContaining([
      "ChildcareFacility.inspections",
      "ChildcareFacility.scheduledInspections",
      "Query.pmiAccessJournal",
      "Mutation.recordValues",
    ]),
  );
});

test("no interface and no union is a way to what is restricted", () => {
  const abstract = Object.values(supergraph.getTypeMap()).filter(isAbstractType);
  expect(abstract.map(({ name }) => name)).toEqual(["Programme"]);
  const holes = abstract.flatMap((type) =>
    supergraph.getPossibleTypes(type).filter((each) => scopeOf(each) || Object.values(each.getFields()).some((field) => scopeOf(field))),
  );
  expect(holes).toEqual([]);
});

test("nothing leads to a restricted type but protected fields and restricted types of the same scope", () => {
  const holes = types.flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => {
        const scope = scopeOf(getNamedType(field.type) as GraphQLObjectType);
        return scope && scopeOf(field) !== scope && scopeOf(type) !== scope;
      })
      .map((field) => `${type.name}.${field.name}`),
  );
  expect(holes).toEqual([]);
});

/** The second time, all that may be kept for others is: in one process, asked in one way. */
const passes = ["first", "then"].flatMap((pass) => clients.map((client) => ({ pass, client })));
describe.each(passes)("$pass $client", ({ pass, client }) => {
  test.each(protectedFields.map((field) => [named(field), field] as const))("%s", async (_, { type, field, scope }) => {
    const rights: Rights = rightsOf(client);
    for (const department of ["52", "ZZ"]) {
      const held = departmentsByScope(rights)[scope] ?? [];
      const isByRow = decidedByRow.has(`${type.name}.${field.name}`);
      const allowed = isByRow ? held.length > 0 : held.includes(department);
      const path = pathTo(type, department);
      const wanted = `${call(field, department, client)} ${selection(getNamedType(field.type))}`;
      for (const { place, hub } of pass === "first" ? hubs : hubs.slice(0, 1)) {
        for (const [shape, ask] of Object.entries(shapes).slice(0, pass === "first" ? undefined : 1)) {
          const { data, errors, text } = await hub.query(
            type === mutation ? asMutation(ask(path, type.name, wanted)) : ask(path, type.name, wanted),
            {},
            client,
          );
          const value = path.reduce((object, step) => object?.[step.split("(")[0]!], data)?.asked;
          const where = `${shape}, ${department}, ${place}`;
          if (allowed) {
            expect(errors, where).toBeUndefined();
            expect(value === null, where).toBe(isByRow);
            continue;
          }
          expect(value, where).toBeNull();
          expect(errors, where).toMatchObject([
            { path: [...path.map((step) => step.split("(")[0]), "asked"], extensions: { code: "FORBIDDEN", scope } },
          ]);
          expect(errors![0]!.message, where).toContain(scope);
          // The subgraph says where it refused; an anonymous caller's question does not reach it, nor what he who writes nowhere would write.
          const isToldWhere = client !== "anonymous" && !isByRow && (type !== mutation || held.length > 0);
          expect(errors![0]!.extensions.departments, where).toEqual(isToldWhere ? [department] : []);
          expect(text, where).not.toMatch(anyRegisterId(department));
        }
      }
    }
  });
});

test("what an operation skips it does not ask for", async () => {
  const query = `query ($register: Boolean = false) { department: territory(level: DEPARTMENT, code: "52") { name inspections(first: 1) @include(if: $register) { totalCount }
    ...F @skip(if: true) } } fragment F on Territory { scheduledInspections(first: 1) { totalCount } }`;
  const skipped = await hub.query(query);
  expect([skipped.data, skipped.errors]).toEqual([{ department: { name: "Haute-Marne" } }, undefined]);
  const { data, errors } = await hub.query(query, { register: true });
  expect(data).toEqual({ department: { name: "Haute-Marne", inspections: null } });
  expect(errors).toMatchObject([{ path: ["department", "inspections"], extensions: { code: "FORBIDDEN" } }]);
});

test("the doors of the federation are not in the graph", async () => {
  for (const query of [
    '{ _entities(representations: [{ __typename: "ChildcareFacility", id: "52-F052" }]) { __typename } }',
    "{ _service { sdl } }",
    '{ callerRights(client: "cd52") { kind } }',
    "{ issuerClients { id } }",
  ]) {
    const { data, errors } = await hub.query(query, {}, "cdzz");
    expect([data, errors!.map(({ extensions }) => extensions.code)], query).toEqual([undefined, ["GRAPHQL_VALIDATION_FAILED"]]);
  }
});

test("a cursor, a filter or a count of one's own register opens no other", async () => {
  const page = (department: string, more: string) =>
    hub.query(
      `{ department: territory(level: DEPARTMENT, code: "${department}") { inspections(first: 2${more}) { totalCount pageInfo { endCursor } } } }`,
      {},
      "cdzz",
    );
  const own = (await page("ZZ", "")).data.department.inspections;
  for (const more of [
    `, after: "${own.pageInfo.endCursor}"`,
    ", year: 2025",
    `, after: "${Buffer.from("52-I2025-001").toString("base64url")}"`,
  ]) {
    const { data, errors } = await page("52", more);
    expect(data.department.inspections).toBeNull();
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  }
  // Nor does another's cursor in one's own: it is a place in the order, and shows one's own rows.
  const { data } = await page("ZZ", `, after: "${Buffer.from("52-I2025-001").toString("base64url")}"`);
  expect(data.department.inspections.totalCount).toBe(own.totalCount);
});
