import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import {
  buildSchema,
  type ConstArgumentNode,
  type FieldDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type TypeNode,
} from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { printSchema } from "../../commands/schema.ts";
import { type Hub, startHub } from "../hub.ts";

const folder = new URL("../../schema/", import.meta.url);
const read = (file: string) => readFile(new URL(file, folder), "utf8");
const supergraph = buildSchema(await read("supergraph.graphql"), { assumeValidSDL: true });

test("the files of schema/ are those that the classes print and compose to, and no others", async () => {
  const printed = await printSchema();
  const names = [...printed.keys()].sort();
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(fileURLToPath(folder), join(parentPath, name)));
  expect(paths.sort()).toEqual(names);
  for (const name of names) expect(await read(name), name).toBe(printed.get(name));
});

/** Everything that a client can name, with its description and its deprecation. */
function namedThings(schema: GraphQLSchema) {
  const things: { name: string; description: string; deprecation: string | null }[] = [];
  const add = (name: string, thing: { description?: string | null; deprecationReason?: string | null }) =>
    things.push({ name, description: thing.description ?? "", deprecation: thing.deprecationReason ?? null });
  const isPublic = (type: GraphQLNamedType) =>
    !isIntrospectionType(type) && !isSpecifiedScalarType(type) && !/^(join|link|requiresScopes)__/.test(type.name);
  for (const type of Object.values(schema.getTypeMap()).filter(isPublic)) {
    add(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) add(`${type.name}.${value.name}`, value);
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) add(`${type.name}.${field.name}`, field);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      add(`${type.name}.${field.name}`, field);
      for (const argument of field.args) add(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return things;
}

const englishWord = /\b(the|of|and|is|are|with|which|this|that|for|from|by|to|in|it|be|following|represents?)\b/i;
const frenchWord =
  /[àâçéèêëîïôùûœ]|\b[dlnsjqc][’']|\b(le|la|les|de|du|des|un|une|et|ou|par|pour|en|au|aux|que|qui|dont|est|sont|sur|sans|ne|pas|si|ce|son|sa|ses)\b/i;

/** Two words may be a name; a sentence shows its language. */
function isFrench(text: string): boolean {
  if (text.trim() === "" || englishWord.test(text)) return false;
  return frenchWord.test(text) || text.trim().split(/\s+/).length <= 2;
}

const withoutFrenchDescription = (schema: GraphQLSchema) =>
  namedThings(schema)
    .filter(({ description }) => !isFrench(description))
    .map(({ name, description }) => `${name}: ${description}`);

const withoutReplacement = (schema: GraphQLSchema) =>
  namedThings(schema)
    .filter(({ deprecation }) => deprecation !== null && !/« .+ »/.test(deprecation))
    .map(({ name, deprecation }) => `${name}: ${deprecation}`);

test("every type, field, argument and enum value has a French description", () => {
  expect(namedThings(supergraph).length).toBeGreaterThan(400);
  expect(withoutFrenchDescription(supergraph)).toEqual([]);
});

test("every deprecated thing says in « » what replaces it", () => {
  expect(withoutReplacement(supergraph)).toEqual([]);
});

test("these two rules see what they are for", () => {
  const careless = buildSchema(`
    "Un instant."
    scalar Instant
    "A date-time string at UTC, such as 2007-12-03T10:15:30Z, compliant with the RFC 3339."
    scalar DateTime
    "Racine." type Query {
      "Ancien champ." old("Code." code: ID, year: Int): Instant @deprecated
      "Champ remplacé." older: Instant @deprecated(reason: "Utilisez « recent ».")
      recent: Instant
    }
    "Un mode." enum Mode { "Places available" OPEN CLOSED }
  `);
  expect(withoutFrenchDescription(careless).map((line) => line.split(":")[0])).toEqual(
    expect.arrayContaining(["DateTime", "Query.old(year)", "Query.recent", "Mode.CLOSED"]),
  );
  expect(withoutReplacement(careless).map((line) => line.split(":")[0])).toEqual(["Query.old"]);
});

describe("one partner cannot take another's fields away:", async () => {
  const owners: Record<string, string> = {
    Territory: "territories",
    FamilyServicesCommittee: "cdsf",
    FamilyServicesScheme: "cdsf",
    Document: "cdsf",
    Meeting: "cdsf",
    OrganisingAuthority: "cdsf",
    AuthorityScheme: "cdsf",
    EducationProgramme: "cdsf",
    Project: "cdsf",
    Funding: "caf",
    Indicator: "indicators",
    Value: "indicators",
    TerritorialAgreement: "caf",
    ChildcareFacility: "pmi",
    InspectionPlan: "pmi",
    RuralProgramme: "msa",
    Occupation: "france-travail",
  };
  const files = (await readdir(folder)).filter(
    (file) => file.endsWith(".graphql") && !["supergraph.graphql", "open.graphql"].includes(file),
  );
  const subgraphs = await Promise.all(
    files.map(async (file) => ({
      name: file.replace(".graphql", ""),
      types: parse(await read(file)).definitions.filter((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION),
    })),
  );
  const fields = subgraphs.flatMap(({ name, types }) =>
    types.flatMap((type) =>
      (type.fields ?? []).map((field) => ({ subgraph: name, type, field, path: `${name}: ${type.name.value}.${field.name.value}` })),
    ),
  );
  const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));
  const isRequired = ({ type }: FieldDefinitionNode) => type.kind === Kind.NON_NULL_TYPE;
  const isKey = (type: ObjectTypeDefinitionNode, field: FieldDefinitionNode) =>
    field.directives?.some(({ name }) => ["external", "shareable"].includes(name.value)) ||
    type.directives?.some(({ name, arguments: given }) => name.value === "key" && keyFields(given).includes(field.name.value));
  const keyFields = (given: readonly ConstArgumentNode[] | undefined) =>
    given?.flatMap(({ name, value }) => (name.value === "fields" && value.kind === Kind.STRING ? value.value.split(" ") : [])) ?? [];

  /** Whether some list inside the type refuses null items. */
  function hasRequiredItems(type: TypeNode): boolean {
    if (type.kind === Kind.NON_NULL_TYPE) return hasRequiredItems(type.type);
    return type.kind === Kind.LIST_TYPE && (type.type.kind === Kind.NON_NULL_TYPE || hasRequiredItems(type.type));
  }

  test("every type with a key has an owner here", () => {
    const entities = fields
      .filter(({ type }) => type.directives?.some(({ name }) => name.value === "key"))
      .map(({ type }) => type.name.value);
    expect(Object.keys(owners)).toEqual(expect.arrayContaining([...new Set(entities)]));
  });

  test("a field that links to a type of another subgraph is nullable, its items too", () => {
    // What is external is declared as its owner declares it.
    const isExternal = ({ directives }: FieldDefinitionNode) => directives?.some(({ name }) => name.value === "external");
    const links = fields.filter(({ subgraph, field }) => (owners[namedType(field.type)] ?? subgraph) !== subgraph && !isExternal(field));
    expect(links.length).toBeGreaterThan(10);
    expect(
      links
        .filter(({ field }) => (field.type.kind === Kind.NON_NULL_TYPE && !hasList(field.type)) || hasRequiredItems(field.type))
        .map(({ path }) => path),
    ).toEqual([]);
  });

  test("a field that a subgraph adds to a type of another is nullable", () => {
    const added = fields.filter(({ subgraph, type, field }) => (owners[type.name.value] ?? subgraph) !== subgraph && !isKey(type, field));
    expect(added.length).toBeGreaterThan(10);
    expect(added.filter(({ field }) => isRequired(field)).map(({ path }) => path)).toEqual([]);
  });

  test("what the reference of territories alone says of a place that others lead to is nullable", () => {
    const own = fields.filter(
      ({ subgraph, type, field }) => subgraph === "territories" && type.name.value === "Territory" && !isKey(type, field),
    );
    expect(own.length).toBeGreaterThan(10);
    expect(own.filter(({ field }) => isRequired(field)).map(({ path }) => path)).toEqual([]);
  });

  test("a field of Query is nullable", () => {
    const roots = fields.filter(({ type }) => type.name.value === "Query");
    expect(roots.length).toBeGreaterThan(10);
    expect(roots.filter(({ field }) => isRequired(field)).map(({ path }) => path)).toEqual([]);
  });

  function hasList(type: TypeNode): boolean {
    return type.kind === Kind.LIST_TYPE || (type.kind === Kind.NON_NULL_TYPE && hasList(type.type));
  }
});

describe("every paged list", () => {
  /** How to ask for each of them, its page arguments at `$`. */
  const queries: Record<string, string> = {
    "Query.facilities": '{ list: facilities(department: "ZZ", $) { nodes { id } } }',
    "Query.facilities of France": "{ list: facilities($) { nodes { id } } }",
    "Query.agreements": "{ list: agreements($) { nodes { id } } }",
    "Query.agreements until a day":
      '{ list: agreements(endsBetween: { to: "2100-01-01" }, includeDemonstration: true, $) { nodes { id } } }',
    "Indicator.values by change":
      '{ holder: indicator(code: "B08") { list: values(level: COMMUNE, years: [2022], since: 2017, orderBy: CHANGE_DESC, $) { nodes { id } } } }',
    "Indicator.values": '{ holder: indicator(code: "B01") { list: values(level: DEPARTMENT, years: [2025], $) { nodes { id } } } }',
    "Indicator.values by value":
      '{ holder: indicator(code: "B01") { list: values(level: DEPARTMENT, years: [2022, 2025], orderBy: VALUE_DESC, $) { nodes { id } } } }',
    "Query.recruitmentNeeds": '{ list: recruitmentNeeds(level: EMPLOYMENT_BASIN, occupation: "T2B60", year: 2025, $) { nodes { id } } }',
    "Query.recruitmentNeeds by difficulty":
      '{ list: recruitmentNeeds(level: EMPLOYMENT_BASIN, occupation: "T2B60", year: 2025, orderBy: DIFFICULT_SHARE_DESC, $) { nodes { id } } }',
    "Query.deadlines":
      '{ list: deadlines(from: "2024-01-01", to: "2026-12-30", asOf: "2026-06-01", $) { nodes { code subject territory { code } } } }',
    "FamilyServicesCommittee.meetings": '{ holder: committee(department: "ZZ") { list: meetings($) { nodes { id } } } }',
    "Territory.documents": '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: documents($) { nodes { id } } } }',
    "Query.schemes": "{ list: schemes($) { nodes { id } } }",
    "Query.schemes in force": '{ list: schemes(activeOn: "2025-01-01", includeDemonstration: true, $) { nodes { id } } }',
    "Query.educationProgrammes": "{ list: educationProgrammes($) { nodes { id } } }",
    "Territory.educationProgrammes":
      '{ holder: territory(level: COMMUNE, code: "13055") { list: educationProgrammes($) { nodes { id } } } }',
    "Territory.projects": '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: projects($) { nodes { id } } } }',
    "Territory.fundings": '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: fundings($) { nodes { id } } } }',
    "Territory.avipLabels": '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: avipLabels($) { nodes { id } } } }',
    "Query.territories": '{ list: territories(level: COMMUNE, within: "DEPARTMENT:52", $) { nodes { code } } }',
    "ChildcareFacility.inspections": '{ holder: facility(id: "ZZ-F052") { list: inspections($) { nodes { id } } } }',
    "ChildcareFacility.scheduledInspections": '{ holder: facility(id: "ZZ-F048") { list: scheduledInspections($) { nodes { id } } } }',
    "Territory.inspections": '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: inspections($) { nodes { id } } } }',
    "Territory.scheduledInspections":
      '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: scheduledInspections($) { nodes { id } } } }',
    "Territory.parts": '{ holder: territory(level: DEPARTMENT, code: "52") { list: parts(level: COMMUNE, $) { nodes { code } } } }',
    "Territory.agreements": '{ holder: territory(level: DEPARTMENT, code: "52") { list: agreements($) { nodes { id } } } }',
    "Territory.familyServices": '{ holder: territory(level: DEPARTMENT, code: "52") { list: familyServices($) { nodes { id } } } }',
    "Territory.childminderHouses": '{ holder: territory(level: DEPARTMENT, code: "52") { list: childminderHouses($) { nodes { id } } } }',
    "Territory.ruralProgrammes": '{ holder: territory(level: DEPARTMENT, code: "ZZ") { list: ruralProgrammes($) { nodes { id } } } }',
    "Territory.parts of an EPCI":
      '{ holder: territory(level: EPCI, code: "200027308") { list: parts(level: COMMUNE, $) { nodes { code } } } }',
    "Territory.agreements of an EPCI": '{ holder: territory(level: EPCI, code: "200027308") { list: agreements($) { nodes { id } } } }',
    "Territory.familyServices of a commune":
      '{ holder: territory(level: COMMUNE, code: "52353") { list: familyServices($) { nodes { id } } } }',
    "Territory.ruralProgrammes of an EPCI":
      '{ holder: territory(level: EPCI, code: "ZZ0000003") { list: ruralProgrammes($) { nodes { id } } } }',
  };
  const names = Object.keys(queries);
  let hub: Hub;
  beforeAll(async () => {
    hub = await startHub();
  });
  afterAll(() => hub.close());

  const ask = (name: string, page: string) => hub.query(queries[name]!.replace("$", `${page}`), {}, "cdzz");
  const pageInfo = "pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";
  const listOf = ({ data }: { data: any }) => data?.list ?? data?.holder?.list ?? null;

  test("is in this table", () => {
    const paged = Object.values(supergraph.getTypeMap())
      .filter(isObjectType)
      .flatMap((type) =>
        Object.values(type.getFields())
          .filter(({ args }) => args.some(({ name }) => name === "first"))
          .map((field) => `${type.name}.${field.name}`),
      );
    // The access journal grows with each reading of itself: its own test pages through it.
    expect([...new Set(names.map((name) => name.split(" ")[0]))].toSorted()).toEqual(
      paged.filter((name) => !name.endsWith("AccessJournal")).sort(),
    );
  });

  test.each(names)("%s gives 100 rows at most", async (name) => {
    const { errors, ...answer } = await ask(name, "first: 100");
    expect(errors).toBeUndefined();
    expect(listOf(answer).nodes.length).toBeGreaterThan(0);
    for (const first of [101, 0, -1, 2_147_483_647]) {
      const { data, errors: refused } = await ask(name, `first: ${first}`);
      expect(refused).toMatchObject([
        { message: expect.stringMatching(/« first » doit être compris entre 1 et 100/), extensions: { code: "TOO_MANY_ROWS" } },
      ]);
      expect(listOf({ data })).toBeNull();
    }
  });

  test.each(names)("%s refuses a cursor that no page gave", async (name) => {
    for (const after of ["n'importe quoi", "%%%", "=", "AAAA", "_w"]) {
      const { errors } = await ask(name, `first: 2, after: ${JSON.stringify(after)}`);
      expect(errors).toMatchObject([
        { message: expect.stringMatching(/^Le curseur « after » n'est pas valide/), extensions: { code: "BAD_CURSOR" } },
      ]);
    }
  });

  test.each(names)("%s gives each row once, page after page", async (name) => {
    const all = await ask(name, "first: 100");
    const cursors = (
      await hub.query(
        queries[name]!.replace("$", "first: 7").replace("nodes {", `totalCount ${pageInfo} edges { cursor } nodes {`),
        {},
        "cdzz",
      )
    ).data;
    const first = listOf({ data: cursors });
    expect(first.nodes).toEqual(listOf(all).nodes.slice(0, 7));
    expect(first.pageInfo).toMatchObject({
      hasPreviousPage: false,
      startCursor: first.edges[0].cursor,
      endCursor: first.edges.at(-1).cursor,
    });
    if (!first.pageInfo.hasNextPage) return expect(first.totalCount).toBe(first.nodes.length);
    const second = await hub.query(
      queries[name]!.replace("$", `first: 7, after: ${JSON.stringify(first.pageInfo.endCursor)}`).replace("nodes {", `${pageInfo} nodes {`),
      {},
      "cdzz",
    );
    expect(listOf(second).nodes).toEqual(listOf(all).nodes.slice(7, 14));
    expect(listOf(second).pageInfo).toMatchObject({ hasPreviousPage: true });
  });

  test.each(names)("%s is read forwards only, and says so", async (name) => {
    const { errors } = await ask(name, 'last: 2, before: "AA"');
    expect(errors!.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^L'argument « last » n'existe pas sur « .+ »/),
      expect.stringMatching(/^L'argument « before » n'existe pas sur « .+ »/),
      expect.stringMatching(/^L'argument « first » \(type Int!\) de « .+ » est obligatoire/),
    ]);
  });
});
