import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Subgraph } from "../graph/subgraph.ts";
import { migrate } from "../tables/migrate.ts";
import { openOrm } from "../tables/orm.ts";
import type { Dataset } from "./dataset.ts";
import { importFile } from "./import.ts";
import { importedHashes } from "./imported-file.ts";
import { openWriter } from "./writer.ts";

/** Subgraph, dataset, file from the project's root. */
type SampleFile = [subgraph: string, dataset: string, file: string];

const root = new URL("../../", import.meta.url);

/** What `npm start` loads, in order: a file may refer to rows of those above it. */
export async function sampleFiles(): Promise<SampleFile[]> {
  return JSON.parse(await readFile(new URL("data/sample.json", root), "utf8")) as SampleFile[];
}

type Progress = (file: string, done: number) => void;

/** Loads the sample files of one subgraph that were not imported yet, through the same import as everyone's. */
async function loadSample(owner: string, datasets: readonly Dataset[], orm: MikroORM, progress: Progress): Promise<void> {
  await using writer = await openWriter(orm);
  const known = await importedHashes(writer);
  for (const [, name, file] of (await sampleFiles()).filter(([subgraph]) => subgraph === owner)) {
    const bytes = await readFile(fileURLToPath(new URL(file, root)));
    if (known.has(`${name} ${createHash("sha256").update(bytes).digest("hex")}`)) continue;
    const dataset = datasets.find((candidate) => candidate.name === name);
    if (!dataset) throw new Error(`data/sample.json : ${owner} n'a pas de jeu « ${name} »`);
    progress(file, 0);
    const report = await importFile({
      writer,
      owner,
      datasets,
      dataset,
      fileName: basename(file),
      bytes,
      progress: (done, total) => progress(file, done / total),
    });
    const [first] = report.rejected;
    if (first) throw new Error(`${file}, ligne ${first.line}, colonne « ${first.column} », valeur « ${first.value} » : ${first.reason}`);
  }
}

interface Preparation {
  subgraph: Subgraph;
  datasets: readonly Dataset[];
  /** postgresql://… of the owner of the tables. */
  databaseUrl: string;
  /** Whether to load the sample files that are not loaded yet. */
  sample: boolean;
  /** Called with the file and the share done, 0 to 1; an error that it throws ends the import of the file, of which nothing is written. */
  progress?: Progress | undefined;
}

/**
 * Brings a subgraph's part of the database up to date, as its owner; what serves it afterwards owns nothing.
 * @returns what its tables are; its connections are closed.
 */
export async function prepareDatabase({ subgraph, datasets, databaseUrl, sample, progress = () => {} }: Preparation): Promise<MikroORM> {
  const orm = await openOrm(subgraph.tables, databaseUrl);
  try {
    await migrate(orm);
    if (sample) await loadSample(subgraph.name, datasets, orm, progress);
  } finally {
    await orm.close(true);
  }
  return orm;
}
