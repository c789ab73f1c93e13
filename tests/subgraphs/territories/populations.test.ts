import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importInto, importRows } from "../../import-into.ts";
import { csvRows, jsonRows } from "../../printed-file.ts";
import { everyCommune, everyPage } from "./pages.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({ limits: { budgetAnonymous: 100_000_000 } });
});
afterAll(() => hub.close());

const both =
  "municipalPopulation { value status computedBy source { printedVintage } } legalPopulation { value status computedBy source { printedVintage } }";
const own = (value: string | undefined) => ({
  value: Number(value),
  status: "PUBLISHED",
  computedBy: null,
  source: { printedVintage: "1er janvier 2023" },
});

test("the populations of every commune and department are Insee's to the unit", async () => {
  const communes = csvRows("data/insee/populations_communes_2023.csv");
  const districts = new Set(
    communes.filter(({ code_commune }) => /^(751|132|6938)/.test(code_commune!)).map(({ code_commune }) => code_commune),
  );
  const found = new Map((await everyCommune(hub, `code ${both}`)).map((row) => [row.code, row]));
  for (const row of communes.filter(({ code_commune }) => !districts.has(code_commune)))
    expect(found.get(row.code_commune), row.code_commune).toEqual({
      code: row.code_commune,
      municipalPopulation: own(row.population_municipale),
      legalPopulation: own(row.population_totale),
    });
  const departments = new Map((await everyPage(hub, "territories(level: DEPARTMENT", `code ${both}`)).map((row) => [row.code, row]));
  for (const row of csvRows("data/insee/populations_departements_2023.csv"))
    expect(departments.get(row.code_departement), row.code_departement).toEqual({
      code: row.code_departement,
      municipalPopulation: own(row.population_municipale),
      legalPopulation: own(row.population_totale),
    });
}, 120_000);

test("where Insee gives none, it is the sum of the parts, which says so, and what is missing of it", async () => {
  const { data } = await hub.query(`{
    paris: territory(level: COMMUNE, code: "75056") { ${both} }
    alsace: territory(level: DEPARTMENT, code: "6AE") { ${both} }
    corsica: territory(level: DEPARTMENT, code: "20") { ${both} }
    rhone: territory(level: DEPARTMENT, code: "69") { ${both} }
    newRhone: territory(level: DEPARTMENT, code: "69D") { ${both} }
    lyon: territory(level: DEPARTMENT, code: "69M") { ${both} }
    region: territory(level: REGION, code: "44") { ${both} }
    mayotte: territory(level: DEPARTMENT, code: "976") { ${both} }
    france: territory(level: NATION, code: "FR") { ${both} }
  }`);
  const departments = new Map(
    csvRows("data/insee/populations_departements_2023.csv").map((row) => [row.code_departement, Number(row.population_municipale)]),
  );
  const sumOf = (...codes: string[]) => codes.reduce((sum, code) => sum + departments.get(code)!, 0);
  const computed = (value: number, parts: number) => ({
    value,
    status: "PUBLISHED",
    computedBy: `hub : somme de ${parts} territoires`,
    source: { printedVintage: "1er janvier 2023" },
  });
  expect(data.paris.municipalPopulation).toEqual(computed(sumOf("75"), 20));
  expect(data.alsace.municipalPopulation).toEqual(computed(sumOf("67", "68"), 2));
  expect(data.corsica.municipalPopulation).toEqual(computed(sumOf("2A", "2B"), 2));
  expect(data.lyon.municipalPopulation.value + data.newRhone.municipalPopulation.value).toBe(data.rhone.municipalPopulation.value);
  expect(data.region.municipalPopulation).toEqual(computed(sumOf("08", "10", "51", "52", "54", "55", "57", "67", "68", "88"), 10));
  expect(data.mayotte.municipalPopulation).toMatchObject({ value: null, status: "NOT_TRANSMITTED" });
  expect(data.france.municipalPopulation).toMatchObject({
    value: sumOf(...(departments.keys() as Iterable<string>)),
    status: "LOWER_BOUND",
  });
});

test("on a day of 2025 an EPCI has the populations that its list prints, of that vintage", async () => {
  const found = await everyPage(
    hub,
    "territories(level: EPCI",
    'code legalPopulation(on: "2025-06-01") { value computedBy source { printedVintage } } now: legalPopulation { value computedBy source { printedVintage } }',
  );
  const printed = new Map(
    jsonRows("node_modules/@etalab/decoupage-administratif/data/epci.json").map((row) => [row.code, row.populationTotale]),
  );
  for (const { code, legalPopulation } of found)
    expect([code, legalPopulation.value, legalPopulation.computedBy]).toEqual([code, printed.get(code), null]);
  const chaumont = found.find(({ code }) => code === "200068658");
  const members = new Set(
    jsonRows("node_modules/@etalab/decoupage-administratif/data/epci.json")
      .find(({ code }) => code === "200068658")!
      .membres.map(({ code }: any) => code),
  );
  const sum = csvRows("data/insee/populations_communes_2023.csv")
    .filter(({ code_commune }) => members.has(code_commune))
    .reduce((total, { population_totale }) => total + Number(population_totale), 0);
  expect(chaumont.now).toEqual({
    value: sum,
    computedBy: `hub : somme de ${members.size} territoires`,
    source: { printedVintage: "1er janvier 2023" },
  });
}, 60_000);

test("a printed population is in force from a 1 January; a file of another vintage is refused by its name", async () => {
  const [row] = csvRows("data/documents/haute-marne/populations-2016.csv");
  const rows = [{ ...row!, au: "2026-03-01" }];
  const { rejected } = await importRows(hub.databaseUrl, ["territories", "printed-populations"], rows, true);
  expect(rejected).toMatchObject([{ line: 2, column: "au", value: "2026-03-01", reason: expect.stringContaining("1er janvier") }]);
  const content = readFileSync(new URL("../../../data/insee/populations_departements_2023.csv", import.meta.url));
  const refusal = importInto(hub.databaseUrl, "territories", "populations-departments", content, {
    fileName: "populations_departements_2024.csv",
  });
  await expect(refusal).rejects.toThrow("2023");
});

test("before the first vintage there is no population, and a bad day is refused", async () => {
  const { data } = await hub.query(
    '{ territory(level: COMMUNE, code: "52121") { legalPopulation(on: "1990-01-01") { value status unit } } }',
  );
  expect(data.territory.legalPopulation).toEqual({ value: null, status: "NOT_TRANSMITTED", unit: "habitants (population totale)" });
  const { errors } = await hub.query('{ territory(level: COMMUNE, code: "52121") { legalPopulation(on: "2026-02-30") { value } } }');
  expect(errors).toHaveLength(1);
});
