import "reflect-metadata";
import { mkdir, writeFile } from "node:fs/promises";
import { prepareReadings } from "../foundation/graph/readings/row-reader.ts";
import type { Subgraph } from "../foundation/graph/subgraph.ts";
import { projectFile } from "../foundation/project-file.ts";
import { compose, openSchema } from "../gateway/compose.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";

const banner = "Printed by `npm run schema`; do not edit.";

/** The contents of `schema/`, by file name. */
export async function printSchema(): Promise<Map<string, string>> {
  const loaded = await Promise.all(subgraphs.map(({ load }) => load()));
  const sdls = loaded.map(({ name, sdl }) => ({ name, sdl, url: `http://${name}:4000/graphql` }));
  const graphs = [...sdls, { name: "supergraph", sdl: compose(sdls) }, { name: "open", sdl: openSchema(sdls) }];
  const statements = loaded.map((subgraph) => [`statements/${subgraph.name}.sql`, `-- ${banner}\n\n${statementsOf(subgraph)}`] as const);
  return new Map([...graphs.map(({ name, sdl }) => [`${name}.graphql`, `# ${banner}\n\n${sdl}`] as const), ...statements]);
}

/** Every statement by which requests read the tables of a subgraph. */
function statementsOf({ name, readings }: Subgraph): string {
  const statements = [...prepareReadings(name, readings).values()].map(({ statement }) => statement);
  return statements
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((statement) => `-- ${statement.name}\n${statement.text};\n`)
    .join("\n");
}

if (import.meta.main) {
  const folder = projectFile("schema/");
  await mkdir(new URL("statements/", folder), { recursive: true });
  for (const [name, content] of await printSchema()) await writeFile(new URL(name, folder), content);
}
