import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { buildSchema, introspectionFromSchema } from "graphql";
import { expect, test } from "vitest";
import { clientFolder } from "./client-folder.ts";

/** Its command reads its configuration through TypeScript 5 or 6; what it writes is the same as here. */
async function graphOf(schema: string): Promise<string> {
  const introspection = minifyIntrospection(introspectionFromSchema(buildSchema(schema)));
  return outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true });
}

const client = `
import { initGraphQLTada, type ResultOf, type VariablesOf } from "gql.tada";
import type { introspection } from "./graphql-env";
const graphql = initGraphQLTada<{ introspection: introspection; scalars: { Date: string; DateTime: string } }>();
export const services = graphql(\`
  query Services($department: ID!, $first: Int!, $after: String) {
    department: territory(level: DEPARTMENT, code: $department) {
      familyServices(first: $first, after: $after) {
        pageInfo { hasPreviousPage startCursor }
        edges { cursor node { kind approvedOn } }
      }
    }
  }
\`);
export const nextPage: VariablesOf<typeof services> = { department: "52", first: 2, after: "NTI" };
type Node = NonNullable<NonNullable<ResultOf<typeof services>["department"]>["familyServices"]>["edges"][number]["node"];
export const node: Node = { kind: "RPE", approvedOn: null };
`;

test("gql.tada types what a client asks of the open graph", async () => {
  await using project = await clientFolder({ "client.ts": client });
  await project.write("graphql-env.d.ts", await graphOf(await project.read("schema.graphql")));
  expect(await project.typeErrors("client.ts")).toBe("");

  await project.write("client.ts", client.replace('kind: "RPE"', 'kind: "CRECHE"').replace("first: 2, ", ""));
  const errors = await project.typeErrors("client.ts");
  expect(errors).toContain(`'"CRECHE"'`);
  expect(errors).toContain("Property 'first' is missing");
});
