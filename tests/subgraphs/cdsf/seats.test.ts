import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function committee(fields: string, department = "ZZ"): Promise<any> {
  const { data, errors } = await hub.query(`{ committee(department: "${department}") { ${fields} } }`);
  expect(errors).toBeUndefined();
  return data.committee;
}

test("38 seats at the end of 2025, and who holds them by function", async () => {
  const { seats } = await committee('seats(asOf: "2025-12-31") { category number holder since until source { demonstration } }');
  expect(seats).toHaveLength(38);
  expect(seats).toContainEqual({
    ...{
      category: "FRANCE_TRAVAIL",
      number: 1,
      holder: "Directeur territorial de France Travail",
      since: "2025-05-01",
      until: "2029-03-13",
    },
    source: { demonstration: true },
  });
  expect((await committee('seats(asOf: "2025-04-30") { category }')).seats.map(({ category }: any) => category)).not.toContain(
    "FRANCE_TRAVAIL",
  );
});

test("seats that are vacant: since when, until when they are to be filled, and whether that is over", async () => {
  const vacant = (day: string) => committee(`seats(asOf: "${day}", isVacant: true) { category number holder since replaceBy isLate }`);
  expect((await vacant("2025-10-01")).seats).toEqual([
    { category: "PARENTS", number: 2, holder: null, since: "2025-09-01", replaceBy: "2025-12-01", isLate: false },
  ]);
  expect((await vacant("2026-11-01")).seats).toEqual([
    { category: "PROFESSIONALS", number: 4, holder: null, since: "2026-03-01", replaceBy: "2026-06-01", isLate: true },
  ]);
});

test("a vacancy has its deadline, and its end holds it", async () => {
  const { department } = await committee(
    'department { deadlines(from: "2025-01-01", to: "2026-12-31", codes: ["SEAT_REPLACEMENT"], asOf: "2026-07-01") { subject dueOn doneOn state owners } }',
  );
  expect(department.deadlines).toEqual([
    {
      subject: "siège « parents » n° 2, vacant depuis le 2025-09-01",
      dueOn: "2025-12-01",
      doneOn: "2025-11-10",
      state: "DONE",
      owners: ["PREFECT"],
    },
    {
      subject: "siège « professionnels » n° 4, vacant depuis le 2026-03-01",
      dueOn: "2026-06-01",
      doneOn: null,
      state: "LATE",
      owners: ["PREFECT"],
    },
  ]);
});

test("an authority's scheme that was sent late is told as such", async () => {
  const { department } = await committee(
    'department { deadlines(from: "2025-01-01", to: "2025-12-31", codes: ["AUTHORITY_SCHEME_TRANSMISSION"], asOf: "2026-07-01") { subject dueOn doneOn state } }',
  );
  expect(department.deadlines).toEqual([
    {
      ...{ subject: "Schéma pluriannuel de Port-Exemple 2025-2029 (démonstration)", dueOn: "2025-04-20", doneOn: "2025-06-02" },
      state: "DONE_LATE",
    },
  ]);
});

test("the composition of 2025 is that of the rule, that of 2024 lacks a seat; in 2024 nobody asks for France Travail", async () => {
  const found = async (year: number, department = "ZZ") =>
    (await committee(`findings(year: ${year}) { code message }`, department)).findings.filter(({ code }: any) => code === "COMPOSITION");
  expect(await found(2025)).toEqual([]);
  expect(await found(2024)).toEqual([
    { code: "COMPOSITION", message: "Sièges « maires, adjoints et présidents d'EPCI » : 3, 4 au moins attendus." },
  ]);
  expect(await found(2024, "52")).toEqual([]);
  const seat = { departement: "52", categorie: "PARENTS", numero: "1", titulaire: "Parent", depuis: "2025-01-01", jusqu_au: "" };
  await importRows(hub.databaseUrl, ["cdsf", "seats"], [seat]);
  expect((await found(2025, "52")).map(({ message }: any) => message)).toContain(
    "Sièges « directeur territorial de France Travail » : 0, 1 au moins attendus.",
  );
});

test("bodies say their kind, theme and pilots beside what is printed; the committee, what it replaced and whom to ask", async () => {
  const zz = await committee("bodies { name kind theme pilots } predecessors { name from to } contacts { role organisation }");
  expect(zz.bodies).toContainEqual({
    name: "Commission petite enfance",
    kind: "THEMATIC",
    theme: "EARLY_CHILDHOOD",
    pilots: ["CAF", "CD"],
  });
  expect(zz.predecessors).toEqual([
    { name: "Commission départementale de l'accueil des jeunes enfants (CDAJE)", from: "2003-06-01", to: "2022-02-28" },
  ]);
  expect(zz.contacts).toHaveLength(2);
  const real = await committee("bodies { kind theme pilots printedNature } predecessors { name }", "92");
  expect(real.bodies[2]).toMatchObject({ kind: "THEMATIC", theme: "EARLY_CHILDHOOD", pilots: null, printedNature: "opérationnelle" });
  expect(real.predecessors).toEqual([]);
});

test.each([
  [{ categorie: "MAIRES" }, "categorie"],
  [{ numero: "0" }, "numero"],
  [{ jusqu_au: "2024-01-01" }, "jusqu_au"],
])("a seat with %o is refused", async (change, column) => {
  const row = { departement: "52", categorie: "STATE", numero: "1", titulaire: "Service", depuis: "2025-01-01", jusqu_au: "", ...change };
  const { rejected } = await importRows(hub.databaseUrl, ["cdsf", "seats"], [row], true);
  expect(rejected).toMatchObject([{ line: 2, column }]);
});

test("a holder who follows another begins the day after him, or the line is refused", async () => {
  const row = { departement: "53", categorie: "STATE", numero: "1", titulaire: "Service", depuis: "2025-01-01", jusqu_au: "" };
  expect((await importRows(hub.databaseUrl, ["cdsf", "seats"], [row])).rejected).toEqual([]);
  const next = { ...row, titulaire: "Autre service", depuis: "2025-06-01" };
  expect((await importRows(hub.databaseUrl, ["cdsf", "seats"], [next])).rejected).toMatchObject([
    { line: 2, column: "depuis", reason: expect.stringContaining("recouvre une autre, qui va du 2025-01-01 à un jour qui n'est pas fixé") },
  ]);
  expect((await importRows(hub.databaseUrl, ["cdsf", "seats"], [{ ...row, jusqu_au: "2025-05-31" }, next])).rejected).toEqual([]);
});
