import { readFile } from "node:fs/promises";
import type { ClientBase } from "pg";
import { TableNames } from "../graph/readings/table-names.ts";
import { schemaOf } from "../postgres/identifiers.ts";
import { projectFile } from "../project-file.ts";
import { bytesOnDisc, hashOf } from "./envelope/file-bytes.ts";
import { importedHashes } from "./imported-file.ts";

/** Subgraph, dataset, file from the project's root, and the day of its publication where its publisher says it. */
type SampleFile = [subgraph: string, dataset: string, file: string, publishedOn?: string];

/** first: loaded before the hub answers; behind: the largest series, loaded while it does. */
export type SamplePart = "first" | "behind";
export const wholeSample: readonly SamplePart[] = ["first", "behind"];

/** What `npm start` loads, in order: a file may refer to rows of those above it. */
export async function sampleFiles(parts = wholeSample): Promise<SampleFile[]> {
  const files = JSON.parse(await readFile(projectFile("data/sample.json"), "utf8")) as Record<SamplePart, SampleFile[]>;
  return parts.flatMap((part) => files[part]);
}

/** How a file of the sample is called while it is loaded. */
export const labelOf = ([subgraph, dataset, file]: readonly [string, string, string, ...unknown[]]) => `${subgraph} ${dataset} : ${file}`;

const hashes = new Map<string, Promise<string>>();

/** SHA-256 of a file of the project, read once. */
function hashOfFile(file: string): Promise<string> {
  const hash = hashes.get(file) ?? bytesOnDisc(projectFile(file)).then(hashOf);
  hashes.set(file, hash);
  return hash;
}

/** The sample files of a subgraph, whose tables are there, that it does not hold yet. */
export async function missingFiles(client: ClientBase, owner: string, parts: readonly SamplePart[]): Promise<SampleFile[]> {
  const names = new TableNames(schemaOf(owner));
  const known = await importedHashes({ names, sql: async <Row extends object>(text: string) => (await client.query<Row>(text)).rows });
  const missing: SampleFile[] = [];
  for (const sampleFile of await sampleFiles(parts)) {
    const [subgraph, dataset, file] = sampleFile;
    if (subgraph === owner && !known.has(`${dataset} ${await hashOfFile(file)}`)) missing.push(sampleFile);
  }
  return missing;
}
