import { stringify } from "csv-stringify/sync";
import { type ImportReport, importFile } from "../foundation/imports/import.ts";
import { openOrm } from "../foundation/tables/database.ts";
import { listed } from "../subgraphs/subgraphs.ts";

/** Imports rows as a file of one of a subgraph's layouts, as the import command does. */
export async function importRows(
  databaseUrl: string,
  [name, layout]: [subgraph: string, dataset: string],
  rows: Record<string, string>[],
  dryRun = false,
): Promise<ImportReport> {
  const subgraph = await listed(name).load();
  const dataset = subgraph.datasets.find((candidate) => candidate.name === layout)!;
  const orm = await openOrm(subgraph, databaseUrl);
  try {
    const bytes = Buffer.from(stringify(rows, { header: true }));
    return await importFile({ em: orm.em.fork(), subgraph, dataset, fileName: `${layout}.csv`, bytes, dryRun });
  } finally {
    await orm.close(true);
  }
}
