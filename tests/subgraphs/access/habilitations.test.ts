import { afterAll, beforeAll, expect, test } from "vitest";
import { at } from "../../clock.ts";
import { copyOfSample } from "../../hub.ts";
import { dayFromNow, habilitation, openRegistry } from "./registry.ts";

let database: Awaited<ReturnType<typeof copyOfSample>>;
let registry: Awaited<ReturnType<typeof openRegistry>>;
beforeAll(async () => {
  database = await copyOfSample();
  registry = await openRegistry(database.url);
});
afterAll(async () => {
  await registry.close();
  await database.drop();
});

/** The grants of a client that come from the habilitations of these tests. */
async function grantsOf(client: string): Promise<any[]> {
  const { data } = await registry.ask(
    null,
    `{ callerRights(client: "${client}") { kind grants { habilitation scopes departments purpose } } }`,
  );
  return data.callerRights.grants.filter(({ habilitation }: { habilitation: string }) => habilitation.startsWith("T-"));
}

test("what is granted, and no more, is what the gateway is told", async () => {
  await registry.importRows("habilitations", [habilitation()]);
  expect(await grantsOf("cd52")).toEqual([
    {
      habilitation: "T-1",
      scopes: ["inspections:read"],
      departments: ["52", "ZZ"],
      purpose: "Contrôler les établissements du département.",
    },
  ]);
  expect(await grantsOf("cdzz")).toEqual([]);
});

test("a revocation holds from the next request on, and no later file lifts it", async () => {
  const row = habilitation({ id: "T-2", client: "caf52" });
  await registry.importRows("habilitations", [row]);
  expect(await grantsOf("caf52")).toHaveLength(1);
  const revoked = { ...row, revoque_le: dayFromNow(0) };
  expect(await registry.importRows("habilitations", [revoked])).toMatchObject({ accepted: 1, written: true });
  expect(await grantsOf("caf52")).toEqual([]);
  for (const revoque_le of ["", dayFromNow(1)]) {
    await expect(registry.importRows("habilitations", [{ ...row, revoque_le }])).rejects.toThrow(
      /^L'habilitation « T-2 » est révoquée au .*, et une révocation ne se lève pas : accordez-en une nouvelle/,
    );
  }
  expect(await grantsOf("caf52")).toEqual([]);
});

test.each([
  [true, "on its first day", { valable_du: dayFromNow(0) }],
  [false, "before it", { valable_du: dayFromNow(1) }],
  [true, "on its last day", { valable_au: dayFromNow(0) }],
  [false, "after it", { valable_au: dayFromNow(-1) }],
  [true, "before its revocation", { revoque_le: dayFromNow(1) }],
  [false, "on the day of its revocation", { revoque_le: dayFromNow(0) }],
])("a grant is in force, %s: %s", async (inForce, when, cells) => {
  await registry.importRows("habilitations", [habilitation({ id: `T-${when}`, client: "msa52", ...cells })]);
  expect((await grantsOf("msa52")).some(({ habilitation }) => habilitation === `T-${when}`)).toBe(inForce);
});

test.each([
  ["2027-07-31T21:30:00Z", true],
  ["2027-07-31T22:30:00Z", false],
])("its last day ends at midnight in Paris: at %s it is in force, %s", async (instant, inForce) => {
  await registry.importRows("habilitations", [habilitation({ id: "T-paris", client: "msa52", valable_au: "2027-07-31" })]);
  const grants = await at(instant, () => grantsOf("msa52"));
  expect(grants.some(({ habilitation }) => habilitation === "T-paris")).toBe(inForce);
});

test.each([
  ["portees_demandees", "inspections:write", /^portée inconnue : choisissez parmi inspections:read, /],
  ["portees_accordees", "", /cellule vide/],
  ["portees_accordees", "inspections:read|inspections:read", /deux fois/],
  ["portees_accordees", "observations:withheld", /n'a pas été demandée/],
  ["departements", "Haute-Marne", /un code département/],
  ["departements", "", /cellule vide/],
  ["finalite", "études", /une phrase/],
  ["base_legale", "", /cellule vide/],
  ["decide_par", "", /cellule vide/],
  ["valable_du", "hier", /une date/],
  ["decide_le", "2024-01-09", /la décision précède la demande/],
  ["valable_du", "2024-02-09", /la validité précède la décision/],
  ["valable_au", "2024-02-29", /la fin précède le début/],
  ["revoque_le", "2024-02-09", /pas entre la décision et la fin/],
  ["revoque_le", dayFromNow(366), /pas entre la décision et la fin/],
])("the cell %s = « %s » is refused, with the reason", async (column, cell, reason) => {
  const { rejected, written } = await registry.importRows("habilitations", [habilitation({ id: "T-refused", [column]: cell })]);
  expect(rejected).toMatchObject([{ line: 2, column, value: cell, reason: expect.stringMatching(reason) }]);
  expect(written).toBe(false);
});

test("a client that the register does not know refuses the whole file", async () => {
  const rows = [habilitation({ id: "T-known", client: "ft52" }), habilitation({ id: "T-unknown", client: "cd99" })];
  await expect(registry.importRows("habilitations", rows)).rejects.toThrow(/renvoie à « cd99 », que la base ne connaît pas/);
  expect(await grantsOf("ft52")).toEqual([]);
});
