import { afterAll, beforeAll, expect, test } from "vitest";
import { importFile } from "../../../foundation/imports/import.ts";
import { openOrm } from "../../../foundation/tables/database.ts";
import { listed } from "../../../subgraphs/subgraphs.ts";
import { copyOfSample } from "../../hub.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
});
afterAll(() => database.drop());

const header = "id,type,nom,gestionnaire,departement,commune,annee,mesure,valeur,unite";

async function send(value: string, unit: string) {
  const caf = await listed("caf").load();
  const orm = await openOrm(caf, database.url);
  const dataset = caf.datasets.find(({ name }) => name === "family-services")!;
  const bytes = Buffer.from(`${header}\n52-S9,CLAS,Accompagnement du test,Une association,52,52121,2025,Effectif,${value},${unit}\n`);
  const report = await importFile({ em: orm.em.fork(), subgraph: caf, dataset, fileName: "services.csv", bytes, dryRun: true });
  await orm.close(true);
  return report.rejected;
}

test("a service has no count of one to ten people: its name would point at them", async () => {
  for (const [value, unit] of [
    ["1", "enfants"],
    ["10", "familles"],
  ] as const) {
    expect(await send(value, unit)).toMatchObject([{ line: 2, column: "valeur", reason: expect.stringContaining("secret statistique") }]);
  }
  for (const [value, unit] of [
    ["", "enfants"],
    ["0", "enfants"],
    ["11", "enfants"],
    ["2", "ETP"],
  ] as const) {
    expect(await send(value, unit), `${value} ${unit}`).toEqual([]);
  }
});
