import { readFile } from "node:fs/promises";
import { importFile } from "../foundation/imports/import.ts";
import { openOrm } from "../foundation/tables/database.ts";
import { listed } from "../subgraphs/subgraphs.ts";

const files: Record<string, string> = {
  facilities: "facilities.csv",
  "inspection-plans": "inspection-plans.csv",
  "inspection-objectives": "inspection-objectives.csv",
  inspections: "inspections.csv",
  "scheduled-inspections": "scheduled-inspections.csv",
  "inspection-reviews": "inspection-reviews.csv",
};

/** Gives department 52 the inspections of the demonstration department, so that there is something to keep from others. */
export async function restrictedRowsIn52(databaseUrl: string): Promise<void> {
  const subgraph = await listed("pmi").load();
  const orm = await openOrm(subgraph, databaseUrl);
  for (const [name, file] of Object.entries(files)) {
    const text = await readFile(new URL(`../data/demonstration/${file}`, import.meta.url), "utf8");
    const dataset = subgraph.datasets.find((candidate) => candidate.name === name)!;
    const report = await importFile({
      em: orm.em.fork(),
      subgraph,
      dataset,
      fileName: file,
      bytes: Buffer.from(text.replaceAll("ZZ", "52")),
    });
    if (report.rejected.length > 0) throw new Error(JSON.stringify(report.rejected[0]));
  }
  await orm.close(true);
}
