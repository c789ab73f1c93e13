import { stringify } from "csv-stringify/sync";
import type { Dataset } from "../foundation/imports/dataset.ts";
import { bytesInMemory } from "../foundation/imports/envelope/file-bytes.ts";
import { type ImportReport, importFile } from "../foundation/imports/import.ts";
import { openWriter } from "../foundation/imports/writer.ts";
import { openOrm } from "../foundation/tables/orm.ts";
import { listed } from "../subgraphs/subgraphs.ts";

interface Options extends Partial<Pick<Dataset, "protect">> {
  fileName?: string;
  dryRun?: boolean;
  publishedOn?: string;
  confirm?: boolean;
}

/** Imports a file into a database, as `npm run import -- <owner> <dataset>` does. */
export async function importInto(
  databaseUrl: string,
  owner: string,
  name: string,
  file: string | Buffer,
  { fileName = `${name}.csv`, dryRun = false, publishedOn, confirm = false, ...changes }: Options = {},
): Promise<ImportReport> {
  const { load, datasets: loadDatasets } = listed(owner);
  const datasets = await loadDatasets();
  const orm = await openOrm((await load()).tables, databaseUrl);
  try {
    await using writer = await openWriter(orm);
    const dataset = { ...datasets.find((candidate) => candidate.name === name)!, ...changes };
    return await importFile({
      writer,
      owner,
      datasets,
      dataset,
      fileName,
      bytes: bytesInMemory(Buffer.from(file)),
      dryRun,
      publishedOn,
      confirm,
    });
  } finally {
    await orm.close(true);
  }
}

/** The same with the rows of a CSV file. */
export function importRows(
  databaseUrl: string,
  [owner, name]: [owner: string, name: string],
  rows: Record<string, string>[],
  dryRun = false,
): Promise<ImportReport> {
  return importInto(databaseUrl, owner, name, stringify(rows, { header: true }), { dryRun });
}
