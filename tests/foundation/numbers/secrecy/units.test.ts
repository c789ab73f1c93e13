import { afterAll, beforeAll, expect, test } from "vitest";
import { copyOfSample } from "../../../hub.ts";
import { importRows } from "../../../import-into.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
beforeAll(async () => {
  database = await copyOfSample();
});
afterAll(() => database.drop());

/** What becomes of an indicator of Haute-Marne, sent in a unit. */
async function send(indicateur: string, unite: string, valeur = "3", millesime = "2025") {
  const more = { niveau: "DEPARTMENT", territoire: "52", annee: "2025", statut: valeur ? "PUBLISHED" : "NOT_TRANSMITTED" };
  const row = { indicateur, ...more, valeur, unite, numerateur: "", denominateur: "", millesime, remarque: "" };
  const { rejected } = await importRows(database.url, ["caf", "observations"], [row], true);
  return rejected.map(({ column, reason }) => `${column} : ${reason}`);
}

test.each([
  ["D05", "enfants"],
  ["D05", "bénéficiaires"],
  ["D06", "mesures"],
  ["D07", "Enfants"],
  ["B17", "assistantes maternelles"],
  ["C03", "enfants"],
])("%s does not count people: in « %s » no rule would withhold three", async (code, unit) => {
  expect(await send(code, unit)).toEqual([expect.stringMatching(/^unite : cet indicateur ne compte pas de personnes/)]);
});

test.each([
  ["D05", "actions"],
  ["D07", "lieux"],
  ["A09", "enfants"],
])("%s is taken in « %s »", async (code, unit) => {
  expect(await send(code, unit, "30")).toEqual([]);
});

test.each([
  ["A09", "familles"],
  ["A01", "habitants"],
  ["D05", "lieux"],
])("%s is not taken in « %s », which is not its unit: it would be added to others as if it were", async (code, unit) => {
  expect(await send(code, unit, "30")).toEqual(["unite : attendu : l'unité que le catalogue donne à cet indicateur"]);
});

test.each([
  ["2024", false],
  ["décembre 2024", false],
  ["2024/2025", true],
  ["1er janvier 2025", true],
])("what is said to describe %s is of 2025: %s", async (millesime, isTaken) => {
  const refusal = "millesime : cette période ne contient pas l'année de la ligne (annee) : corrigez l'une des deux";
  expect(await send("A09", "enfants", "30", millesime)).toEqual(isTaken ? [] : [refusal]);
});

test("a unit that the hub does not know is refused with the list, unless there is no value", async () => {
  expect(await send("D05", "têtes blondes")).toEqual([expect.stringMatching(/^unite : unité inconnue du hub.* enfants, .*actions/)]);
  expect(await send("C01", "-", "")).toEqual([]);
});
