import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Subgraph } from "../graph/subgraph.ts";
import { projectFile } from "../project-file.ts";
import { migrate } from "../tables/migrate.ts";
import { openOrm } from "../tables/orm.ts";
import type { Dataset } from "./dataset.ts";
import { importFile } from "./import.ts";
import { ImportedFile } from "./imported-file.ts";
import { sampleFiles } from "./sample-files.ts";

/**
 * Loads the sample files of one subgraph that were not imported yet, through the same import as everyone's.
 * @param progress called with the file and the share done, 0 to 1.
 */
async function loadSample(
  owner: string,
  datasets: readonly Dataset[],
  orm: MikroORM,
  progress: (file: string, done: number) => void,
): Promise<void> {
  const known = new Set((await orm.em.fork().find(ImportedFile, {})).map(({ dataset, hash }) => `${dataset} ${hash}`));
  for (const [, name, file] of (await sampleFiles()).filter(([subgraph]) => subgraph === owner)) {
    const bytes = await readFile(projectFile(file));
    if (known.has(`${name} ${createHash("sha256").update(bytes).digest("hex")}`)) continue;
    const dataset = datasets.find((candidate) => candidate.name === name);
    if (!dataset) throw new Error(`data/sample.json : ${owner} n'a pas de jeu « ${name} »`);
    progress(file, 0);
    const report = await importFile({
      em: orm.em.fork(),
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
  progress?: ((file: string, done: number) => void) | undefined;
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
