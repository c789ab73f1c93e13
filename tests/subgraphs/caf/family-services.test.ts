import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOfSample } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
});
afterAll(() => database.drop());

async function send(valeur: string, unite: string) {
  const service = { id: "52-S9", type: "CLAS", nom: "Accompagnement du test", gestionnaire: "", departement: "52", commune: "52121" };
  const row = { ...service, annee: "2025", mesure: "Effectif", valeur, unite };
  return (await importRows(database.url, ["caf", "family-services"], [row], true)).rejected;
}

const secret = expect.stringContaining("secret statistique");

test.each([
  ["1", "enfants"],
  ["10", "familles"],
  ["3", "bénéficiaires"],
  ["3", "assistantes maternelles"],
  ["3", "élèves"],
  ["3", "bébés"],
  ["3", "Mesures"],
  ["-3", "enfants"],
  ["10,9", "jeunes"],
])("a named service has no count of %s %s: its name would point at them", async (value, unit) => {
  expect(await send(value, unit)).toMatchObject([{ line: 2, column: "valeur", reason: secret }]);
});

test.each([
  ["", "enfants"],
  ["0", "enfants"],
  ["11", "enfants"],
  ["2", "ETP"],
  ["3", "établissements"],
  ["0", "€"],
])("a named service may have « %s » %s", async (value, unit) => {
  expect(await send(value, unit)).toEqual([]);
});

test.each([
  ["2", "structures", "valeur", secret],
  ["1500", "euros", "valeur", expect.stringContaining("secret des affaires")],
  ["33", "%", "unite", expect.stringContaining("un taux ne dit pas")],
  ["3", "têtes blondes", "unite", expect.stringMatching(/^unité inconnue du hub.* enfants, .*actions/)],
  ["", "têtes blondes", "unite", expect.stringContaining("unité inconnue")],
])("%s %s is refused at « %s »", async (value, unit, column, reason) => {
  expect(await send(value, unit)).toMatchObject([{ line: 2, column, reason }]);
});
