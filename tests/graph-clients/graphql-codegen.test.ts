import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { clientFolder, scalars } from "./client-folder.ts";

const queries = new URL("../../examples/queries/", import.meta.url);

const configuration = {
  schema: "schema.graphql",
  documents: "queries/*.graphql",
  generates: { "graph/": { preset: "client", config: { scalars, enumsAsTypes: true, useTypeImports: true } } },
};

const view = `
import type { CdsfViewQuery, CdsfViewQueryVariables } from "./graph/graphql";
export const asked: CdsfViewQueryVariables = { department: "52", year: 2025 };
type Department = NonNullable<NonNullable<CdsfViewQuery["committee"]>["department"]>;
type Value = NonNullable<Department["values"]>[number];
export const status: Value["observation"]["status"] = "SUPPRESSED";
export const dueMonthDay: Value["indicator"]["dueMonthDay"] = "03-31";
`;

test("graphql-codegen types the saved queries, the CDSF view among them", async () => {
  const names = await readdir(queries);
  const documents = await Promise.all(
    names.map(async (name) => [`queries/${name}`, await readFile(new URL(name, queries), "utf8")] as const),
  );
  await using project = await clientFolder({
    "codegen.json": JSON.stringify(configuration),
    "view.ts": view,
    ...Object.fromEntries(documents),
  });
  expect(await project.run("graphql-codegen", "--config", "codegen.json")).toMatchObject({ code: 0 });
  expect(await project.typeErrors("view.ts", "graph/index.ts")).toBe("");

  await project.write("view.ts", view.replace("SUPPRESSED", "HIDDEN"));
  expect(await project.typeErrors("view.ts")).toContain(`'"HIDDEN"'`);
});
