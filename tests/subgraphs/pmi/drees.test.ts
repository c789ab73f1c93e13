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
  ["tab23", "COLLECTIVE_CRECHE", "count"],
  ["tab24", "FAMILY_CRECHE", "count"],
  ["tab27", "PARENT_RUN_CRECHE", "count"],
  ["tab28", "COLLECTIVE_CRECHE", "places"],
  ["tab32", "PARENT_RUN_CRECHE", "places"],
  ["tab33", "CHILDMINDER", "count"],
])("the whole of %s is the national series of %s (%s), to the digit", async (table, kind, number) => {
  const departments = await departmentsOf(
    hub,
    everyKind,
    `code childcareOffer { year kind ${number} { value status source { publisher dataset vintage } } }`,
  );
  const found = departments.flatMap(({ code, childcareOffer }: any) =>
    childcareOffer
      .filter((offer: any) => offer.kind === kind && offer[number].status !== "NOT_TRANSMITTED")
      .map(({ year, [number]: observation }: any) => [`${code} ${year}`, observation]),
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
      source: { publisher: "Drees", dataset, vintage: `31 décembre ${annee}` },
    },
  ]);
  expect(expected.length).toBeGreaterThan(800);
  expect(found).toHaveLength(expected.length);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test("Haute-Marne has 1 061 licensed childminders and 32 collective crèches in 2023", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { childcareOffer(year: 2023) { kind count { value unit } places { value status } } } }`,
  );
  expect(data.department.childcareOffer).toEqual([
    { kind: "COLLECTIVE_CRECHE", count: { value: 32, unit: "établissements" }, places: { value: 599, status: "PUBLISHED" } },
    { kind: "FAMILY_CRECHE", count: { value: 1, unit: "établissements" }, places: { value: null, status: "NOT_TRANSMITTED" } },
    { kind: "PARENT_RUN_CRECHE", count: { value: 0, unit: "établissements" }, places: { value: 0, status: "PUBLISHED" } },
    { kind: "CHILDMINDER", count: { value: 1061, unit: "personnes" }, places: { value: null, status: "NOT_TRANSMITTED" } },
  ]);
});

test("the same numbers are the department's indicators of the year", async () => {
  const { data } = await hub.query(
    `{ committee(department: "52") { indicators(year: 2023, codes: ["B11", "B13"]) { definition { code } observation { value status source { publisher } } } } }`,
  );
  expect(
    data.committee.indicators.map(({ definition, observation }: any) => [definition.code, observation.value, observation.source.publisher]),
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
      part: territory(level: DEPARTMENT, code: $code) { childcareOffer(year: $year) { kind count { value status printed notes } } }
      whole: territory(level: DEPARTMENT, code: $whole) { childcareOffer(year: $year) { kind count { value notes } } }
    }`,
    { code, whole, year },
  );
  const childminders = (department: any) => department.childcareOffer.find(({ kind }: any) => kind === "CHILDMINDER").count;
  expect(childminders(data.part)).toEqual({
    value: null,
    status: "NOT_APPLICABLE",
    printed: "0",
    notes: [expect.stringContaining(`pour le territoire ${whole} : le détail n'est pas connu`)],
  });
  expect(childminders(data.whole)).toEqual({ value: expect.toSatisfy((value) => value > 100), notes: [] });
});

test("a 0 that nothing contradicts carries no remark", async () => {
  const { data } = await hub.query(`{ committees { department { code childcareOffer(year: 2023) { count { value notes } } } } }`);
  const departments = data.committees.map(({ department }: any) => department);
  const flagged = departments.filter(({ childcareOffer }: any) => childcareOffer.some(({ count }: any) => count.notes.length > 0));
  expect(departments).toHaveLength(102);
  expect(flagged.map(({ code }: any) => code)).toEqual(["2A", "2B"]);
});

test("69D and 69M add up to 69, 6AE to 67 and 68, each under its own code", async () => {
  const departments = await departmentsOf(hub, everyKind, "code childcareOffer(year: 2023) { kind count { value } }");
  const count = (code: string, kind: string) =>
    departments.find((department) => department.code === code).childcareOffer.find((offer: any) => offer.kind === kind).count.value;
  for (const kind of ["COLLECTIVE_CRECHE", "CHILDMINDER"]) {
    expect(count("69D", kind) + count("69M", kind)).toBe(count("69", kind));
    expect(count("67", kind) + count("68", kind)).toBe(count("6AE", kind));
  }
});

test("a series the Drees does not publish is not transmitted, never zero", async () => {
  const { data } = await hub.query(
    `{ committees { department { code childcareOffer(year: 2012) { kind count { value status } places { value status } } } } }`,
  );
  const absent = data.committees.flatMap(({ department }: any) => department.childcareOffer.flatMap(({ places }: any) => places));
  expect(absent.length).toBeGreaterThan(100);
  expect(new Set(absent.map(({ value, status }: any) => `${value} ${status}`))).toEqual(new Set(["null NOT_TRANSMITTED"]));
});
