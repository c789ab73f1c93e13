import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const firstOf = (file: string, isWanted: (row: Record<string, string>) => boolean = () => true) =>
  csvRows(`data/demonstration/${file}.csv`).find(isWanted)!;
const inFacility = firstOf("inspections", ({ etablissement }) => etablissement !== "");

test.each<[file: string, row: Record<string, string>, column: string, reason: RegExp]>([
  ["inspections", { ...inFacility, etablissement: "ZZ-F999" }, "etablissement", /aucun établissement de cet identifiant.*facilities/],
  ["inspections", { ...inFacility, departement: "52" }, "etablissement", /dans le département ZZ, non dans celui de la ligne \(52\)/],
  ["scheduled-inspections", { ...firstOf("scheduled-inspections"), etablissement: "ZZ-F999" }, "etablissement", /aucun établissement/],
  [
    "facilities",
    { ...firstOf("facilities"), ouvert_le: "2020-09-01", ferme_le: "2019-08-31" },
    "ferme_le",
    /la fermeture précède l'ouverture/,
  ],
  [
    "inspection-plans",
    { ...firstOf("inspection-plans"), etabli_le: "2025-01-28", publie_le: "2025-01-02" },
    "publie_le",
    /la publication précède/,
  ],
])("a line of %s is refused: %j", async (file, row, column, reason) => {
  const { rejected } = await importRows(hub.databaseUrl, ["pmi", file], [row], true);
  expect(rejected).toMatchObject([{ line: 2, column, value: row[column], reason: expect.stringMatching(reason) }]);
});

test("a facility stays in its department: a line that moves it is refused, and nothing is written", async () => {
  const known = firstOf("facilities");
  const moved = { ...known, departement: "52", commune: "52121" };
  const { rejected, written } = await importRows(hub.databaseUrl, ["pmi", "facilities"], [moved]);
  expect([written, rejected]).toEqual([
    false,
    [
      {
        line: 2,
        column: "departement",
        value: "52",
        reason: expect.stringContaining(`l'établissement ${known.id} est dans le département ZZ`),
      },
    ],
  ]);
  for (const row of [known, { ...moved, id: "F-52-new" }])
    expect((await importRows(hub.databaseUrl, ["pmi", "facilities"], [row], true)).rejected).toEqual([]);
});

test("one that is authorised may open after the day that its line describes", async () => {
  const announced = { ...firstOf("facilities"), id: "ZZ-announced", situation_au: "2026-06-30", ouvert_le: "2026-09-01", ferme_le: "" };
  expect((await importRows(hub.databaseUrl, ["pmi", "facilities"], [announced], true)).rejected).toEqual([]);
});

test("a line that fits is taken", async () => {
  expect((await importRows(hub.databaseUrl, ["pmi", "inspections"], [inFacility], true)).rejected).toEqual([]);
});
