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
  const [corsica] = departments.filter(({ code_departement }) => code_departement === "20");
  expect(values.reduce((sum, value) => sum + value)).toBe(294_424);
  expect(total).toEqual({
    value: 294_424 + Number(corsica!.valeur), // as France is printed: 294 926
    status: "LOWER_BOUND", // Mayotte is not in the survey
    missingParts: 1,
    computedBy: "hub : somme de 99 territoires",
    unit: "personnes",
  });
  expect(median).toBe((values[48]! + values[49]!) / 2);
});

test("a total counts each place once: Corsica whole where its parts are listed, and not where one of them is left out", async () => {
  const total = "total { value missingParts status }";
  const corsica = await ask("B13", 'level: DEPARTMENT, within: "REGION:94", years: [2023], first: 1', total);
  expect(corsica).toEqual({ totalCount: 2, total: { value: 502, missingParts: null, status: "PUBLISHED" } });
  const detailed = await ask(
    "B13",
    'level: DEPARTMENT, within: "REGION:94", years: [2016], first: 2',
    `${total} nodes { observation { value } }`,
  );
  const parts = detailed.nodes.map(({ observation }: any) => observation.value);
  expect(detailed.total).toEqual({ value: parts[0] + parts[1], missingParts: null, status: "PUBLISHED" });
  const known = await ask("B13", "level: DEPARTMENT, years: [2023], status: [PUBLISHED], first: 1", total);
  expect(known.total).toEqual({ value: 294_424, missingParts: null, status: "PUBLISHED" });
  const regions = await ask("B13", "level: REGION, years: [2023], first: 1", total);
  expect(regions.total).toMatchObject({ value: 294_926, missingParts: 1 });
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

test("a list is kept to territories of a size, rural or not", async () => {
  const size = new Map(csvRows("data/insee/populations_communes_2023.csv").map((row) => [row.code_commune, Number(row.population_totale)]));
  const grid = new Map(csvRows("data/insee/grille_densite_communes_2025.csv").map(({ CODGEO, DENS }) => [CODGEO, DENS]));
  const codesOf = async (territories: string) =>
    (await everyPage("B01", `level: COMMUNE, years: [2022], territories: ${territories}`, 100)).map(({ id }) => id.split(":")[2]!);
  const all = await codesOf("{}");
  const above = await codesOf("{ populationAbove: 50000 }");
  expect(above).toEqual(all.filter((code) => (size.get(code) ?? 0) > 50_000));
  expect(await codesOf("{ populationAbove: 50000, populationAtMost: 60000 }")).toEqual(above.filter((code) => size.get(code)! <= 60_000));
  const rural = await codesOf("{ isRural: true }");
  expect(rural).toEqual(all.filter((code) => grid.get(code) === "3"));
  expect([above.length > 100, rural.length > 5]).toEqual([true, true]);
  const epcis = await everyPage("B01", 'level: EPCI, within: "DEPARTMENT:52", years: [2023], territories: { populationAbove: 20000 }', 100);
  const { data } = await hub.query(
    '{ territories(level: EPCI, within: "DEPARTMENT:52", filter: { populationAbove: 20000 }, first: 100) { nodes { code } } }',
  );
  expect(epcis.map(({ id }) => id.split(":")[2])).toEqual(data.territories.nodes.map(({ code }: any) => code));
  expect(
    await everyPage("B13", "level: DEPARTMENT, years: [2023], territories: { isRural: false, populationAbove: 1500000 }", 100),
  ).not.toHaveLength(0);
});

test("an EPCI lies where it lay in the year of the number: those that are gone since are in their department then", async () => {
  const printed = csvRows("tests/fixtures/haute-marne/epci_allocataires_2014.csv").filter(({ epci_key }) => /^\d{9}$/.test(epci_key!));
  const known = async (within: string, year: number) =>
    (await everyPage("caf-beneficiaries", `level: EPCI, within: "${within}", years: [${year}]`, 100))
      .filter(({ observation }) => observation.value !== null)
      .map(({ id }) => id.split(":")[2]);
  for (const within of ["DEPARTMENT:52", "REGION:44"])
    expect(await known(within, 2014)).toEqual(printed.map(({ epci_key }) => epci_key).toSorted());
  expect(await known("DEPARTMENT:51", 2014)).toEqual([]);
  const codes = async (year: number) =>
    (await everyPage("B01", `level: EPCI, within: "DEPARTMENT:47", years: [${year}]`, 100)).map(({ id }) => id.split(":")[2]);
  // Agen's came into being in 2022, out of two that were there before.
  expect(await codes(2021)).not.toContain("200096956");
  expect(await codes(2022)).toContain("200096956");
  const members = csvRows("data/territoires/appartenance_2021-2026.csv", ";").filter(({ code }) => code === "200057867");
  const ofEpt = await everyPage("B01", 'level: COMMUNE, within: "EPT:200057867", years: [2022]', 100);
  const found = ofEpt.map(({ id }) => id.split(":")[2]!);
  expect(found).toEqual(expect.arrayContaining(["93059", "93066"])); // two communes then
  expect(members.map(({ commune }) => commune)).toEqual(expect.arrayContaining(found));
});

test("a list is ordered by what changed; what cannot be compared comes last, whatever the page", async () => {
  const places = new Map(
    csvRows("data/caf/nbpla_pe_com_2017-2022.csv").map((row) => [
      `${row.num_commune} ${row.date_reference!.slice(0, 4)}`,
      row.places_offertes_ensemble === "" ? null : Number(row.places_offertes_ensemble),
    ]),
  );
  const args = "level: COMMUNE, years: [2022], since: 2017, territories: { populationAbove: 10000 }, orderBy: CHANGE_ASC";
  const selection =
    "nodes { id observation { value } change(since: 2017) { difference comparability } } pageInfo { endCursor hasNextPage }";
  const all: any[] = [];
  for (let after = ""; ; ) {
    const { totalCount, nodes, pageInfo } = await ask("B08", `${args}, first: 77${after}`, selection);
    all.push(...nodes);
    after = `, after: "${pageInfo.endCursor}"`;
    if (pageInfo.hasNextPage) continue;
    expect(new Set(all.map(({ id }) => id)).size).toBe(totalCount);
    break;
  }
  const isRanked = ({ change }: any) => change.difference !== null && change.comparability !== "PERIMETER_CHANGED";
  const ranked = all.filter(isRanked);
  expect(all.slice(0, ranked.length)).toEqual(ranked);
  const unranked = all.slice(ranked.length).filter(({ change }) => change.difference !== null);
  expect(unranked.length).toBeGreaterThan(5); // communes that took in others
  for (const { id, change } of ranked) {
    const code = id.split(":")[2];
    expect([code, change.difference]).toEqual([code, places.get(`${code} 2022`)! - places.get(`${code} 2017`)!]);
  }
  const differences = ranked.map(({ change }) => change.difference);
  expect(differences).toEqual(differences.toSorted((a, b) => a - b));
  const back = await ask("B08", `${args.replace("ASC", "DESC")}, first: 3`, selection);
  expect(back.nodes.map(({ change }: any) => change.difference)).toEqual(differences.slice(-3).toReversed());
  const lost = await ask("B08", `${args}, changeBelow: 0, first: 1`, "coverage { transmitted }");
  const fell = differences.filter((difference) => difference < 0).length;
  expect([lost.totalCount, lost.coverage.transmitted]).toEqual([fell, fell]);
  expect((await ask("B08", `${args}, changeAbove: 0, first: 1`)).totalCount).toBe(
    differences.filter((difference) => difference > 0).length,
  );
});

test.each([
  [
    "an order by change without its first year",
    "years: [2022], orderBy: CHANGE_ASC",
    "« orderBy: CHANGE_ASC » demande une évolution : ajoutez",
  ],
  ["a change to be below without its first year", "years: [2022], changeBelow: 0", "« changeBelow » demande une évolution : ajoutez"],
  ["a change of several years", "years: [2021, 2022], since: 2017, orderBy: CHANGE_DESC", "d'une seule année : « years » en contient 2"],
  ["a first year of nothing", "years: [2022], since: 2017", "« since » ne sert qu'à une évolution"],
  ["a first year that is none", "years: [2022], since: 0, orderBy: CHANGE_ASC", "« since » contient 0, qui n'est pas une année"],
])("%s is refused, with what to do", async (_, args, message) => {
  const { errors } = await hub.query(`{ indicator(code: "B08") { ${list(`level: COMMUNE, ${args}, first: 1`, "nodes { id }")} } }`);
  expect(errors).toMatchObject([{ message: expect.stringContaining(message), extensions: { code: "BAD_ARGUMENT" } }]);
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

test("a region misses the parts that its departments miss, those too of which all parts are masked", async () => {
  const { nodes } = await ask(
    "F03",
    "level: REGION, years: [2024], first: 30",
    "nodes { territory { code } observation { value missingParts } }",
  );
  const region = nodes.find(({ territory }: any) => territory.code === "76").observation;
  const { total, coverage } = await ask(
    "F03",
    'level: DEPARTMENT, within: "REGION:76", years: [2024], first: 1',
    "total { value missingParts } coverage { suppressed }",
  );
  expect([coverage.suppressed, region]).toEqual([2, { value: 2195, missingParts: 9 }]);
  expect(total).toEqual(region);
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
  for (const { level, of } of data.indicator.availability)
    expect([level, of]).toEqual([level, { NATION: 1, REGION: 18, DEPARTMENT: 101 }[level as string]]);
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

test.each(["NATION:XX", "DEPARTMENT:999", "REGION:99", "REGION:44:5", "REGION: 44", "constructor:1"])("%s is no place", async (within) => {
  const { errors } = await hub.query(
    `{ indicator(code: "B13") { values(level: DEPARTMENT, within: "${within}", years: [2023], first: 1) { totalCount } } }`,
  );
  expect(errors).toMatchObject([{ extensions: { code: "BAD_ARGUMENT" } }]);
});

test("a cursor leads on in its own list alone", async () => {
  const { pageInfo } = await ask("B13", "level: DEPARTMENT, years: [2023], first: 5", "pageInfo { endCursor }");
  const next = (args: string) =>
    hub.query(`{ indicator(code: "B13") { ${list(`${args}, after: "${pageInfo.endCursor}"`, "nodes { id }")} } }`);
  expect((await next("level: DEPARTMENT, years: [2023], first: 9")).errors).toBeUndefined();
  for (const args of ["level: DEPARTMENT, years: [2022], first: 5", "level: DEPARTMENT, years: [2023], first: 5, orderBy: VALUE_DESC"])
    expect((await next(args)).errors).toMatchObject([{ extensions: { code: "BAD_CURSOR" } }]);
});

test("what an EPCI that is gone counts is counted once: births of EPCI are not more than those of France", async () => {
  const { total } = await ask("A04", "level: EPCI, years: [2014], first: 1", "total { value }");
  const printed = csvRows("data/insee/naissances_epci_2008-2024.csv").map((row) => Number(row["2014"]));
  expect(total.value).toBe(printed.reduce((sum, births) => sum + (births || 0), 0));
});

test("no collectivity is in a list, a total or what exists, and what exists is of the territories of the list, gone ones too", async () => {
  const { total, totalCount, coverage } = await ask(
    "B08",
    "level: COMMUNE, years: [2022], first: 1",
    "totalCount total { value } coverage { transmitted missing suppressed }",
  );
  expect(total.value).toBe(673_717);
  const { data } = await hub.query('{ indicator(code: "B08") { availability { level year transmitted of } } }');
  expect(data.indicator.availability).toContainEqual({ level: "COMMUNE", year: 2022, transmitted: coverage.transmitted, of: totalCount });
  expect(totalCount).toBeGreaterThan(1090); // those that merged since, or are smaller today
});

test("where no territory has a number, the total has their reason", async () => {
  const totalOf = async (code: string, args: string) => (await ask(code, `${args}, first: 1`, "total { status value missingParts }")).total;
  expect(await totalOf("F03", "level: DEPARTMENT, years: [2025], status: [SUPPRESSED]")).toMatchObject({ status: "SUPPRESSED" });
  expect(await totalOf("A04", "level: NATION, years: [2010]")).toMatchObject({ status: "NOT_APPLICABLE" });
  expect(await totalOf("A04", "level: DEPARTMENT, years: [2010]")).toMatchObject({
    status: "PUBLISHED",
    value: 831_495,
    missingParts: null,
  });
});

test("who asks for a fictitious place by its name finds it", async () => {
  expect((await ask("B01", 'level: COMMUNE, years: [2023], within: "DEPARTMENT:ZZ", first: 1')).totalCount).toBeGreaterThan(0);
});

test("each year of a list costs, however little is read of it", async () => {
  const cost = async (years: number[]) => {
    const { extensions } = await hub.query(
      `query ($years: [Int!]!) { indicator(code: "B13") { values(level: COMMUNE, years: $years, first: 1) { totalCount } } }`,
      { years },
    );
    return extensions!.cost;
  };
  const one = await cost([2023]);
  const ten = await cost(Array.from({ length: 10 }, (_, n) => 2014 + n));
  expect(ten.requested - one.requested).toBe(1800);
  expect(ten.actual - one.actual).toBe(1800);
});

test("the catalogue is priced as long as it is", async () => {
  const { data, extensions } = await hub.query("{ indicators { code } }");
  expect(extensions!.cost.requested).toBeGreaterThanOrEqual(data.indicators.length);
});

test("no year is an empty list", async () => {
  expect(await ask("B13", "level: DEPARTMENT, years: [], first: 1", "nodes { id } total { status } median")).toMatchObject({
    totalCount: 0,
    nodes: [],
    median: null,
  });
});
