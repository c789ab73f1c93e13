import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOfSample } from "../../hub.ts";
import { importInto } from "../../import-into.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
});
afterAll(() => database.drop());

const header = "id,type,nom,gestionnaire,departement,commune,annee,mesure,valeur,unite";

async function send(value: string, unit: string) {
  const line = `52-S9,CLAS,Accompagnement du test,Une association,52,52121,2025,Effectif,${value},${unit}`;
  const report = await importInto(database.url, "caf", "family-services", `${header}\n${line}\n`, { dryRun: true });
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
