import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const list = (args: string, selection: string) => `values(${args}) { totalCount ${selection} }`;

async function ask(code: string, args: string, selection = "nodes { id observation { value status } }"): Promise<any> {
  const { data, errors } = await hub.query(`{ indicator(code: "${code}") { ${list(args, selection)} } }`);
  expect(errors).toBeUndefined();
  return data.indicator.values;
}

/** All pages, of so many values each. */
async function everyPage(code: string, args: string, size: number): Promise<{ id: string; observation: any }[]> {
  const found: any[] = [];
  for (let after = ""; ; ) {
    const page = await ask(
      code,
      `${args}, first: ${size}${after}`,
      "nodes { id observation { value status } } pageInfo { endCursor hasNextPage }",
    );
    found.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) {
      expect(found).toHaveLength(page.totalCount);
      return found;
    }
    after = `, after: "${page.pageInfo.endCursor}"`;
  }
}

const departments = csvRows("data/drees/tab33.csv").filter(({ annee }) => annee === "2023");
const statistical = ["20", "69D", "69M", "6AE"];

test("a list has every territory of its level once, with a number or the reason why it has none, whatever the page and the order", async () => {
  const args = "level: DEPARTMENT, years: [2023]";
  const found = await everyPage("B13", args, 30);
  expect(found).toHaveLength(101);
  const printed = new Map(departments.map(({ code_departement, valeur }) => [`B13:DEPARTMENT:${code_departement}:2023`, Number(valeur)]));
  for (const { id, observation } of found) {
    if (/:(2A|2B|976):/.test(id)) expect(observation.value).toBeNull();
    else expect([id, observation.value]).toEqual([id, printed.get(id)]);
  }
  for (const order of ["VALUE_DESC", "VALUE_ASC"]) {
    const ordered = await everyPage("B13", `${args}, orderBy: ${order}`, 7);
    expect(ordered.map(({ id }) => id).toSorted()).toEqual(found.map(({ id }) => id).toSorted());
    const values = ordered.map(({ observation }) => observation.value);
    const known = values.filter((value) => value !== null);
    expect(values.slice(0, known.length)).toEqual(known); // those without a number come last
    expect(known).toEqual(known.toSorted((a, b) => (order === "VALUE_ASC" ? a - b : b - a)));
  }
});

test("what a list counts, adds up to and has in its middle is that of the printed numbers", async () => {
  const { totalCount, coverage, total, median } = await ask(
    "B13",
    "level: DEPARTMENT, years: [2023], first: 1",
    "coverage { transmitted missing suppressed } total { value status missingParts computedBy unit } median",
  );
  const values = departments
    .filter(({ code_departement }) => ![...statistical, "2A", "2B", "976"].includes(code_departement!))
    .map(({ valeur }) => Number(valeur))
    .toSorted((a, b) => a - b);
  expect({ totalCount, coverage }).toEqual({ totalCount: 101, coverage: { transmitted: 98, missing: 3, suppressed: 0 } });
  expect(total).toEqual({
    value: values.reduce((sum, value) => sum + value),
    status: "LOWER_BOUND",
    missingParts: 3,
    computedBy: "hub : somme de 98 territoires",
    unit: "personnes",
  });
  expect(median).toBe((values[48]! + values[49]!) / 2);
});

test("years are a list; a total of several is none, nor is that of a rate without its margins", async () => {
  const years = await ask("B13", "level: DEPARTMENT, years: [2022, 2023, 2022], first: 2", "nodes { id } total { status value }");
  expect(years.totalCount).toBe(202);
  expect(years.nodes).toEqual([{ id: "B13:DEPARTMENT:01:2022" }, { id: "B13:DEPARTMENT:01:2023" }]);
  expect(years.total).toEqual({ status: "NOT_APPLICABLE", value: null });
  const rate = await ask("B01", 'level: COMMUNE, within: "DEPARTMENT:93", years: [2022], first: 1', "total { status value } median");
  expect(rate.total).toEqual({ status: "NOT_APPLICABLE", value: null });
  expect(rate.median).toBeGreaterThan(10);
});

test("a list is kept to a territory, to a range, to some statuses", async () => {
  const printed = csvRows("data/caf/txcouv_pe_com_2017-2022.csv");
  const column = Object.keys(printed[0]!).find((name) => /global/.test(name))!;
  const of93 = printed.filter((row) => row.date_reference?.startsWith("2022") && row.numero_commune?.startsWith("93"));
  const found = await everyPage("B01", 'level: COMMUNE, within: "DEPARTMENT:93", years: [2022]', 100);
  const known = new Map(
    found.filter(({ observation }) => observation.value !== null).map(({ id, observation }) => [id.split(":")[2], observation.value]),
  );
  expect(Object.fromEntries(known)).toEqual(
    Object.fromEntries(of93.map((row) => [row.numero_commune, Number(row[column]!.replace(",", "."))])),
  );
  const low = await ask("B01", 'level: COMMUNE, within: "DEPARTMENT:93", years: [2022], below: 25, above: 20, first: 100');
  expect(low.totalCount).toBe([...known.values()].filter((value) => value < 25 && value > 20).length);
  for (const { observation } of low.nodes) expect(observation.value < 25 && observation.value > 20).toBe(true);
  const absent = await ask("B13", "level: DEPARTMENT, years: [2023], status: [NOT_APPLICABLE, NOT_TRANSMITTED], first: 100");
  expect(absent.nodes.map(({ id }: any) => id)).toEqual(["2A", "2B", "976"].map((code) => `B13:DEPARTMENT:${code}:2023`));
  const inRegion = await ask("B13", 'level: DEPARTMENT, within: "REGION:44", years: [2023], first: 100');
  expect(inRegion.nodes.map(({ id }: any) => id.split(":")[2])).toEqual(["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"]);
});

test("fictitious territories are in no list and no total unless they are asked for", async () => {
  const args = "level: DEPARTMENT, years: [2025], first: 100, orderBy: VALUE_DESC";
  const without = await ask("T1", args, "nodes { id } coverage { transmitted }");
  const all = await ask("T1", `${args}, includeDemonstration: true`, "nodes { id } coverage { transmitted }");
  expect([without.totalCount, without.coverage.transmitted]).toEqual([101, 0]);
  expect([all.totalCount, all.coverage.transmitted, all.nodes[0].id]).toEqual([102, 1, "T1:DEPARTMENT:ZZ:2025"]);
});

test("regions and France are what their departments make, once each: Corsica as a whole where its parts are not known", async () => {
  const { data } = await hub.query(`{
    b13: indicator(code: "B13") { nation: values(level: NATION, years: [2023], first: 1) { nodes { observation { value status missingParts computedBy source { publisher } } } }
      regions: values(level: REGION, years: [2023], first: 30) { nodes { territory { code } observation { value status } } } }
    f03: indicator(code: "F03") { values(level: NATION, years: [2025], first: 1) { nodes { observation { value status } } } }
  }`);
  expect(data.b13.nation.nodes[0].observation).toEqual({
    value: 294_926,
    status: "LOWER_BOUND", // Mayotte is not in the survey
    missingParts: 1,
    computedBy: "hub : somme de 99 territoires",
    source: { publisher: "Drees" },
  });
  const region = (code: string) => data.b13.regions.nodes.find(({ territory }: any) => territory.code === code).observation;
  expect(region("94")).toEqual({ value: 502, status: "PUBLISHED" });
  expect(region("06")).toEqual({ value: null, status: "NOT_TRANSMITTED" });
  expect(data.f03.values.nodes[0].observation).toEqual({ value: 22_129, status: "LOWER_BOUND" });
});

test("what exists can be asked before it is asked for", async () => {
  const { data } = await hub.query('{ indicator(code: "B13") { availability { level year transmitted of } } }');
  expect(data.indicator.availability).toContainEqual({
    level: "DEPARTMENT",
    year: 2023,
    transmitted: expect.any(Number),
    of: expect.any(Number),
  });
  expect(new Set(data.indicator.availability.map(({ year }: any) => year))).toEqual(new Set(departmentsYears()));
  for (const { transmitted, of } of data.indicator.availability) expect(transmitted <= of).toBe(true);
});

const departmentsYears = () => csvRows("data/drees/tab33.csv").map(({ annee }) => Number(annee));

test.each([
  ["a cursor of nothing", 'level: DEPARTMENT, years: [2023], first: 1, after: "bm9u"', "BAD_CURSOR"],
  ["a cursor of another list", 'level: DEPARTMENT, years: [2023], first: 1, after: "WyJhIiwyXQ"', "BAD_CURSOR"],
  [
    "more years than a list holds",
    `level: DEPARTMENT, years: [${Array.from({ length: 31 }, (_, n) => 1990 + n)}], first: 1`,
    "BAD_ARGUMENT",
  ],
  ["more values than a page holds", "level: DEPARTMENT, years: [2023], first: 101", "TOO_MANY_ROWS"],
])("%s is refused", async (_, args, code) => {
  const { errors } = await hub.query(`{ indicator(code: "B13") { ${list(args, "nodes { id }")} } }`);
  expect(errors).toMatchObject([{ extensions: { code } }]);
});

test("no year, and a place that is nowhere, are empty lists", async () => {
  expect(await ask("B13", "level: DEPARTMENT, years: [], first: 1", "nodes { id } total { status } median")).toMatchObject({
    totalCount: 0,
    nodes: [],
    median: null,
  });
  expect((await ask("B13", 'level: DEPARTMENT, within: "REGION:99", years: [2023], first: 1')).totalCount).toBe(0);
});
