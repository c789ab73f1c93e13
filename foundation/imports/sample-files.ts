import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { ClientBase } from "pg";
import { TableNames } from "../graph/readings/table-names.ts";
import { schemaOf } from "../postgres/identifiers.ts";
import { projectFile } from "../project-file.ts";
import { importedHashes } from "./imported-file.ts";

/** Subgraph, dataset, file from the project's root, and the day of its publication where its publisher says it. */
type SampleFile = [subgraph: string, dataset: string, file: string, publishedOn?: string];

/** What `npm start` loads, in order: a file may refer to rows of those above it. */
export async function sampleFiles(): Promise<SampleFile[]> {
  return JSON.parse(await readFile(projectFile("data/sample.json"), "utf8")) as SampleFile[];
}

const hashes = new Map<string, Promise<string>>();

/** SHA-256 of a file of the project, read once. */
function hashOf(file: string): Promise<string> {
  const hash = hashes.get(file) ?? readFile(projectFile(file)).then((bytes) => createHash("sha256").update(bytes).digest("hex"));
  hashes.set(file, hash);
  return hash;
}

/** Whether a subgraph, whose tables are there, holds all the sample files that are its own. */
export async function isSampleLoaded(client: ClientBase, owner: string): Promise<boolean> {
  const names = new TableNames(schemaOf(owner));
  const known = await importedHashes({ names, sql: async <Row extends object>(text: string) => (await client.query<Row>(text)).rows });
  for (const [subgraph, dataset, file] of await sampleFiles())
    if (subgraph === owner && !known.has(`${dataset} ${await hashOf(file)}`)) return false;
  return true;
}
