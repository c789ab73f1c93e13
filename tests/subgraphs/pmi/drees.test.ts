import { afterAll, beforeAll, expect, test } from "vitest";
import { departmentsOf } from "../../departments.ts";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const everyKind = ["CURRENT", "OVERSEAS_COLLECTIVITY", "STATISTICAL"];

test.each([
  ["tab23", "B11"],
  ["tab24", "B12"],
  ["tab27", "parent-run-creches"],
  ["tab28", "B11-places"],
  ["tab32", "parent-run-creche-places"],
  ["tab33", "B13"],
])("the whole of %s is the national series %s, to the digit", async (table, indicator) => {
  const departments = await departmentsOf(
    hub,
    everyKind,
    `code values(indicators: ["${indicator}"]) { year observation { value status source { publisher dataset printedVintage } } }`,
  );
  const found = departments.flatMap(({ code, values }: any) =>
    values.map(({ year, observation }: any) => [`${code} ${year}`, observation]),
  );
  const dataset = `L'offre d'accueil du jeune enfant (331), tableau ${table.slice(3)}`;
  const rows = csvRows(`data/drees/${table}.csv`);
  const printed = (code: string, year: string) =>
    Number(rows.find(({ code_departement, annee }) => code_departement === code && annee === year)?.valeur ?? 0);
  const isOfWhole = (code: string, year: string) =>
    [
      { parts: ["2A", "2B"], whole: "20" },
      { parts: ["69D", "69M"], whole: "69" },
    ].some(({ parts, whole }) => parts.includes(code) && parts.every((part) => printed(part, year) === 0) && printed(whole, year) > 0);
  const expected = rows.map(({ code_departement, annee, valeur }) => [
    `${code_departement} ${annee}`,
    {
      ...(isOfWhole(code_departement!, annee!)
        ? { value: null, status: "NOT_APPLICABLE" }
        : { value: Number(valeur), status: "PUBLISHED" }),
      source: { publisher: "Drees", dataset, printedVintage: `31 décembre ${annee}` },
    },
  ]);
  expect(expected.length).toBeGreaterThan(800);
  expect(found).toHaveLength(expected.length);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test("Haute-Marne has 1 061 licensed childminders and 32 collective crèches in 2023", async () => {
  const { data } = await hub.query(
    `query ($codes: [ID!]) { department: territory(level: DEPARTMENT, code: "52") { values(years: [2023], indicators: $codes, status: [PUBLISHED]) { indicator { code producer } observation { value unit } } } }`,
    { codes: ["B11", "B11-places", "B12", "B13", "parent-run-creches", "parent-run-creche-places"] },
  );
  const value = (code: string, value: number, unit: string) => ({ indicator: { code, producer: "PMI" }, observation: { value, unit } });
  expect(data.department.values).toEqual([
    value("B11", 32, "établissements"),
    value("B11-places", 599, "places"),
    value("B12", 1, "établissements"),
    value("B13", 1061, "personnes"),
    value("parent-run-creches", 0, "établissements"),
    value("parent-run-creche-places", 0, "places"),
  ]);
});

test("the same numbers are the department's indicators of the year", async () => {
  const { data } = await hub.query(
    `{ committee(department: "52") { department { values(years: [2023], indicators: ["B11", "B13"]) {
      indicator { code } observation { value status source { publisher } }
    } } } }`,
  );
  expect(
    data.committee.department.values.map(({ indicator, observation }: any) => [
      indicator.code,
      observation.value,
      observation.source.publisher,
    ]),
  ).toEqual([
    ["B11", 32, "Drees"],
    ["B13", 1061, "Drees"],
  ]);
});

test.each([
  ["2A", 2023, "20"],
  ["2B", 2018, "20"],
  ["69M", 2012, "69"],
])("the 0 printed for %s in %i, where the Drees only has the number of %s, is no number", async (code, year, whole) => {
  const { data } = await hub.query(
    `query ($code: ID!, $whole: ID!, $year: Int!) {
      part: territory(level: DEPARTMENT, code: $code) { values(years: [$year], indicators: ["B13"]) { observation { value status printed notes } } }
      whole: territory(level: DEPARTMENT, code: $whole) { values(years: [$year], indicators: ["B13"]) { observation { value notes } } }
    }`,
    { code, whole, year },
  );
  expect(data.part.values).toEqual([
    {
      observation: {
        value: null,
        status: "NOT_APPLICABLE",
        printed: "0",
        notes: [expect.stringContaining(`pour le territoire ${whole} : le détail n'est pas connu`)],
      },
    },
  ]);
  expect(data.whole.values).toEqual([{ observation: { value: expect.toSatisfy((value) => value > 100), notes: [] } }]);
});

test("a 0 that nothing contradicts carries no remark", async () => {
  const { data } = await hub.query(
    `{ committees { department { code values(years: [2023], indicators: ["B11", "B12", "parent-run-creches", "B13"]) { observation { value notes } } } } }`,
  );
  const departments = data.committees.map(({ department }: any) => department);
  const flagged = departments.filter(({ values }: any) => values.some(({ observation }: any) => observation.notes.length > 0));
  expect(departments).toHaveLength(102);
  expect(flagged.map(({ code }: any) => code)).toEqual(["2A", "2B"]);
});

test("69D and 69M add up to 69, 6AE to 67 and 68, each under its own code", async () => {
  const departments = await departmentsOf(
    hub,
    everyKind,
    'code values(years: [2023], indicators: ["B11", "B13"]) { indicator { code } observation { value } }',
  );
  const count = (code: string, wanted: string) =>
    departments.find((department) => department.code === code).values.find(({ indicator }: any) => indicator.code === wanted).observation
      .value;
  for (const indicator of ["B11", "B13"]) {
    expect(count("69D", indicator) + count("69M", indicator)).toBe(count("69", indicator));
    expect(count("67", indicator) + count("68", indicator)).toBe(count("6AE", indicator));
  }
});

test("a series the Drees does not publish is not transmitted, never zero", async () => {
  const { data } = await hub.query(
    `{ committees { department { values(years: [2012], indicators: ["B11-places", "parent-run-creche-places"]) { observation { value status } } } } }`,
  );
  const absent = data.committees.flatMap(({ department }: any) => department.values.map(({ observation }: any) => observation));
  expect(absent.length).toBeGreaterThan(100);
  expect(new Set(absent.map(({ value, status }: any) => `${value} ${status}`))).toEqual(new Set(["null NOT_TRANSMITTED"]));
});
