import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Subgraph } from "../graph/subgraph.ts";
import { migrate, openOrm } from "../tables/database.ts";
import { importFile } from "./import.ts";
import { ImportedFile } from "./imported-file.ts";

/** Subgraph, dataset, file from the project's root. */
type SampleFile = [subgraph: string, dataset: string, file: string];

const root = new URL("../../", import.meta.url);

/** What `npm start` loads, in order: a file may refer to rows of those above it. */
export async function sampleFiles(): Promise<SampleFile[]> {
  return JSON.parse(await readFile(new URL("data/sample.json", root), "utf8")) as SampleFile[];
}

/**
 * Loads the sample files of one subgraph that were not imported yet, through the same import as everyone's.
 * @param progress called with the file and the share done, 0 to 1.
 * @returns how many files were loaded.
 */
export async function loadSample(subgraph: Subgraph, orm: MikroORM, progress: (file: string, done: number) => void): Promise<number> {
  const known = new Set((await orm.em.fork().find(ImportedFile, {})).map(({ dataset, hash }) => `${dataset} ${hash}`));
  let loaded = 0;
  for (const [, name, file] of (await sampleFiles()).filter(([owner]) => owner === subgraph.name)) {
    const bytes = await readFile(fileURLToPath(new URL(file, root)));
    if (known.has(`${name} ${createHash("sha256").update(bytes).digest("hex")}`)) continue;
    const dataset = subgraph.datasets.find((candidate) => candidate.name === name);
    if (!dataset) throw new Error(`data/sample.json : ${subgraph.name} n'a pas de jeu « ${name} »`);
    progress(file, 0);
    const report = await importFile({
      em: orm.em.fork(),
      subgraph,
      dataset,
      fileName: basename(file),
      bytes,
      progress: (done, total) => progress(file, done / total),
    });
    const [first] = report.rejected;
    if (first) throw new Error(`${file}, ligne ${first.line}, colonne « ${first.column} », valeur « ${first.value} » : ${first.reason}`);
    loaded++;
  }
  return loaded;
}

/** Brings a subgraph's part of the database up to date, as its owner; what serves it afterwards owns nothing. */
export async function prepareDatabase(
  subgraph: Subgraph,
  databaseUrl: string,
  sample: boolean,
  progress: (file: string, done: number) => void = () => {},
): Promise<void> {
  const orm = await openOrm(subgraph, databaseUrl);
  try {
    await migrate(orm);
    if (sample) await loadSample(subgraph, orm, progress);
  } finally {
    await orm.close(true);
  }
}
