import { basename } from "node:path";
import pg from "pg";
import copy from "pg-copy-streams";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { bytesOnDisc } from "../../foundation/imports/envelope/file-bytes.ts";
import { importFile } from "../../foundation/imports/import.ts";
import { prepareDatabase } from "../../foundation/imports/sample.ts";
import { sampleFiles, wholeSample } from "../../foundation/imports/sample-files.ts";
import { openWriter } from "../../foundation/imports/writer.ts";
import { register } from "../../foundation/territories/register.ts";
import { createScratchDatabase } from "../../foundation/postgres/scratch-database.ts";
import { projectFile } from "../../foundation/project-file.ts";
import { migrate } from "../../foundation/tables/migrate.ts";
import { openOrm } from "../../foundation/tables/orm.ts";
import { listed } from "../../subgraphs/subgraphs.ts";

export interface Import {
  file: string;
  rows: number;
  /** Of each repetition: the whole import, and COPY of the rows that it wrote. */
  importMs: number[];
  copyMs: number[];
}

const owner = "caf";
const measured = "coverage";
const table = `${register}.observation`;
const repetitions = 3;

/**
 * A sample file by the door of all imports into an empty table, then its rows by COPY into a table with the same columns, checks and
 * indexes, without the keys that lead to others: in turn, in a database of their own. The text that COPY sends is made before.
 */
export async function importAgainstCopy(serverUrl: string): Promise<Import> {
  const database = await createScratchDatabase(serverUrl);
  const published = listed(register);
  await prepareDatabase({
    subgraph: await published.load(),
    datasets: await published.datasets(),
    databaseUrl: database.url,
    parts: wholeSample,
  });
  const { load, datasets } = listed(owner);
  const all = await datasets();
  const orm = await openOrm((await load()).tables, database.url);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    await migrate(orm);
    await using writer = await openWriter(orm);
    const importSample = async (name: string, file: string) => {
      const bytes = await bytesOnDisc(projectFile(file));
      const dataset = all.find((candidate) => candidate.name === name)!;
      return importFile({ writer, owner, datasets: all, dataset, fileName: basename(file), bytes });
    };
    const files = (await sampleFiles()).filter(([subgraph]) => subgraph === owner);
    const position = files.findIndex(([, name]) => name === measured);
    for (const [, name, before] of files.slice(0, position)) await importSample(name, before);
    const file = files[position]![2];
    const result: Import = { file, rows: 0, importMs: [], copyMs: [] };
    for (let repetition = 0; repetition < repetitions; repetition++) {
      await client.query(`truncate ${table}; delete from caf.imported_file where dataset = '${measured}'`);
      result.importMs.push(await timed(() => importSample(measured, file)));
      const rows = await text(client.query(copy.to(`copy ${table} to stdout`)));
      result.rows = rows.split("\n").length - 1;
      await client.query(`create table copied (like ${table} including all)`);
      result.copyMs.push(await timed(() => pipeline([rows], client.query(copy.from("copy copied from stdin")))));
      await client.query("drop table copied");
    }
    return result;
  } finally {
    await client.end();
    await orm.close(true);
    await database.drop();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
