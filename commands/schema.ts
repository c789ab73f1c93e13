import "reflect-metadata";
import { writeFile } from "node:fs/promises";
import { compose, openSchema } from "../gateway/compose.ts";
import { subgraphs } from "../subgraphs/subgraphs.ts";

const banner = "# Printed by `npm run schema`; do not edit.\n\n";

/** The contents of `schema/`, by file name. */
export async function printSchema(): Promise<Map<string, string>> {
  const sdls = await Promise.all(
    subgraphs.map(async ({ name, load }) => ({ name, sdl: (await load()).sdl, url: `http://${name}:4000/graphql` })),
  );
  const files = sdls.map(({ name, sdl }) => [`${name}.graphql`, banner + sdl] as const);
  return new Map([...files, ["supergraph.graphql", banner + compose(sdls)], ["open.graphql", banner + openSchema(sdls)]]);
}

if (import.meta.main) {
  for (const [name, content] of await printSchema()) await writeFile(new URL(`../schema/${name}`, import.meta.url), content);
}
