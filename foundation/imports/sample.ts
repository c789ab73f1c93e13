import { basename } from "node:path";
import type { MikroORM } from "@mikro-orm/postgresql";
import type { Subgraph } from "../graph/subgraph.ts";
import { projectFile } from "../project-file.ts";
import { severalAtATime } from "../several-at-a-time.ts";
import { migrate } from "../tables/migrate.ts";
import { openOrm } from "../tables/orm.ts";
import type { Dataset } from "./dataset.ts";
import { bytesOnDisc, hashOf } from "./envelope/file-bytes.ts";
import { importFile } from "./import.ts";
import { importedHashes } from "./imported-file.ts";
import { labelOf, type SamplePart, sampleFiles } from "./sample-files.ts";
import { openWriter } from "./writer.ts";

/** @param file its label @param done the share that is read and checked, 0 to 1, or that all of it is written */
export type Progress = (file: string, done: number | "LOADED") => void;

/** Loads the sample files of one subgraph that were not imported yet, through the same import as everyone's. */
async function loadSample(
  orm: MikroORM,
  { subgraph: { name: owner }, datasets, parts, progress = () => {}, signal }: Preparation,
): Promise<void> {
  await using writer = await openWriter(orm);
  const known = await importedHashes(writer);
  for (const [, name, file, publishedOn] of (await sampleFiles(parts)).filter(([subgraph]) => subgraph === owner)) {
    const bytes = await bytesOnDisc(projectFile(file));
    if (known.has(`${name} ${await hashOf(bytes)}`)) continue;
    const dataset = datasets.find((candidate) => candidate.name === name);
    if (!dataset) throw new Error(`data/sample.json : ${owner} n'a pas de jeu « ${name} »`);
    const told = () => {
      signal?.throwIfAborted();
      progress(labelOf([owner, name, file]), bytes.passed / bytes.size);
    };
    progress(labelOf([owner, name, file]), 0);
    const report = await importFile({
      writer,
      owner,
      datasets,
      dataset,
      fileName: basename(file),
      bytes,
      publishedOn,
      confirm: true,
      progress: told,
    });
    const [first] = report.rejected;
    if (first) throw new Error(`${file}, ligne ${first.line}, colonne « ${first.column} », valeur « ${first.value} » : ${first.reason}`);
    progress(labelOf([owner, name, file]), "LOADED");
  }
}

/** Of two cores: one reads and checks while the server writes. */
const preparedAtATime = 3;

export interface Preparation {
  subgraph: Subgraph;
  datasets: readonly Dataset[];
  /** postgresql://… of the owner of the tables. */
  databaseUrl: string;
  /** Of which the sample files that are not loaded yet are loaded. */
  parts: readonly SamplePart[];
  /** Called as a file is loaded; an error that it throws ends the import of the file, of which nothing is written. */
  progress?: Progress | undefined;
  /** Ends the import of the file in the same way. */
  signal?: AbortSignal | undefined;
}

/** Brings a subgraph's part of the database up to date, as its owner; what serves it afterwards owns nothing. */
export async function prepareDatabase(preparation: Preparation): Promise<void> {
  const orm = await openOrm(preparation.subgraph.tables, preparation.databaseUrl);
  try {
    await migrate(orm);
    await loadSample(orm, preparation);
  } finally {
    await orm.close(true);
  }
}

/**
 * Brings the parts of several subgraphs up to date.
 * @param preparations made when their turn comes; the first of them alone, for the others write to its tables too
 */
export async function prepareDatabases([first, ...others]: (() => Promise<Preparation>)[]): Promise<void> {
  const prepared = (preparation: () => Promise<Preparation>) => async (signal: AbortSignal) => {
    const made = await preparation();
    await prepareDatabase({ ...made, signal: made.signal ? AbortSignal.any([made.signal, signal]) : signal });
  };
  await severalAtATime(1, first ? [prepared(first)] : []);
  await severalAtATime(preparedAtATime, others.map(prepared));
}
