import { readFile } from "node:fs/promises";
import { buildSchema, type GraphQLField, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { startHub } from "../hub.ts";
import { clientFolder, scalars } from "./client-folder.ts";

const schema = buildSchema(await readFile(new URL("../../schema/open.graphql", import.meta.url), "utf8"));
const lists = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) => Object.values(type.getFields()).map((field) => ({ type: type.name, field })))
  .filter(({ field }) => field.args.some(({ name }) => name === "after"));

const configuration = {
  src: "src",
  schema: "schema.graphql",
  artifactDirectory: "artifacts",
  language: "typescript",
  eagerEsModules: true,
  customScalarTypes: scalars,
};

/** Relay wants a fragment to bear its module's name, and each variable that it uses declared. */
function listIn(module: string, type: string, { name, args }: GraphQLField<unknown, unknown>): string {
  const needed = args.filter((arg) => /!$/.test(`${arg.type}`) || arg.name === "after");
  const declared = needed.map((arg) => `${arg.name}: { type: "${arg.type}" }`).join(", ");
  const given = needed.map((arg) => `${arg.name}: $${arg.name}`).join(", ");
  return inModule(`fragment ${module}_list on ${type} @argumentDefinitions(${declared}) {
    ${name}(${given}) @connection(key: "${module}_${name}") { totalCount edges { node { __typename } } }
  }`);
}

const inModule = (document: string) => `import { graphql } from "react-relay";\nexport const document = graphql\`${document}\`;\n`;

const services = inModule(`fragment Services_department on Query
  @argumentDefinitions(department: { type: "ID!" }, first: { type: "Int", defaultValue: 3 }, after: { type: "String" })
  @refetchable(queryName: "ServicesPageQuery") {
    department: territory(level: DEPARTMENT, code: $department) {
      familyServices(first: $first, after: $after) @connection(key: "Services_familyServices") {
        edges { node { id name } }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }`);

test("relay-compiler takes every list of the open graph for a connection", async () => {
  expect(lists.length).toBeGreaterThan(7);
  const modules = lists.map(({ type, field }) => {
    const module = `${type}${field.name}`;
    return [`src/${module}.ts`, listIn(module, type, field)] as const;
  });
  await using project = await clientFolder({
    ...Object.fromEntries(modules),
    "relay.config.json": JSON.stringify(configuration),
    "artifacts/.gitkeep": "",
  });
  const { code, output } = await project.run("relay-compiler", "relay.config.json");
  expect(output).toContain(`compiled documents: ${lists.length} reader`);
  expect(code).toBe(0);
});

test("the hub answers the query with which Relay turns a page", async () => {
  await using project = await clientFolder({
    "src/Services.ts": services,
    "relay.config.json": JSON.stringify(configuration),
    "artifacts/.gitkeep": "",
  });
  expect(await project.run("relay-compiler", "relay.config.json")).toMatchObject({ code: 0 });
  const artifact = await project.read("artifacts/ServicesPageQuery.graphql.ts");
  const text = JSON.parse(/"text": (".*")/.exec(artifact)![1]!) as string;

  await using hub = await startHub();
  const page = async (after: string | null) => {
    const { data, errors } = await hub.query(text, { department: "52", after });
    expect(errors).toBeUndefined();
    return data.department.familyServices;
  };
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect(first.edges).toHaveLength(3);
  expect(first.pageInfo).toMatchObject({ hasPreviousPage: false, hasNextPage: true, startCursor: first.edges[0].cursor });
  expect(second.pageInfo).toMatchObject({ hasPreviousPage: true, startCursor: second.edges[0].cursor });
  expect(second.edges[0].node.id > first.edges[2].node.id).toBe(true);
});
