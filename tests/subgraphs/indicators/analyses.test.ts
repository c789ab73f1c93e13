import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

/** What analysts ask, each in at most two requests. */

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function ask(query: string): Promise<any> {
  const { data, errors } = await hub.query(query);
  expect(errors).toBeUndefined();
  return data;
}

const values = "nodes { year territory { code name } observation { value status } }";

test("the coverage of the communes of a department over six years", async () => {
  const { indicator } = await ask(`{ indicator(code: "B01") {
    a: values(level: COMMUNE, within: "DEPARTMENT:93", years: [2017, 2018], first: 100) { totalCount ${values} }
    b: values(level: COMMUNE, within: "DEPARTMENT:93", years: [2019, 2020], first: 100) { totalCount ${values} }
    c: values(level: COMMUNE, within: "DEPARTMENT:93", years: [2021, 2022], first: 100) { totalCount ${values} }
  } }`);
  const lists = Object.values<any>(indicator);
  for (const { totalCount, nodes } of lists) expect(nodes).toHaveLength(totalCount);
  const known = lists.flatMap(({ nodes }) => nodes).filter(({ observation }) => observation.value !== null);
  const printed = csvRows("data/caf/txcouv_pe_com_2017-2022.csv").filter((row) => row.numero_commune?.startsWith("93"));
  expect(known).toHaveLength(printed.length);
});

test("departments ranked by their childminders, beside their population", async () => {
  const page = (
    after = "",
  ) => `{ indicator(code: "B13") { values(level: DEPARTMENT, years: [2023], orderBy: VALUE_DESC, first: 100${after}) {
    nodes { territory { code legalPopulation { value } } observation { value } } pageInfo { endCursor hasNextPage }
  } } }`;
  const first = (await ask(page())).indicator.values;
  const second = (await ask(page(`, after: "${first.pageInfo.endCursor}"`))).indicator.values;
  const all = [...first.nodes, ...second.nodes];
  expect([all.length, second.pageInfo.hasNextPage]).toEqual([101, false]);
  const perThousand = all.flatMap(({ territory, observation }) =>
    observation.value === null ? [] : [{ code: territory.code, rate: (1000 * observation.value) / territory.legalPopulation.value }],
  );
  const population = new Map(
    csvRows("data/insee/populations_departements_2023.csv").map((row) => [row.code_departement, Number(row.population_totale)]),
  );
  const printed = csvRows("data/drees/tab33.csv")
    .filter(({ annee, valeur, code_departement }) => annee === "2023" && Number(valeur) > 0 && population.has(code_departement))
    .map(({ code_departement, valeur }) => ({
      code: code_departement!,
      rate: (1000 * Number(valeur)) / population.get(code_departement)!,
    }));
  const ranked = (list: { code: string; rate: number }[]) => list.toSorted((a, b) => b.rate - a.rate);
  expect(ranked(perThousand)).toEqual(ranked(printed));
});

test("the same over all years that exist", async () => {
  const { indicator } = await ask('{ indicator(code: "B13") { availability { level year } } }');
  const years = indicator.availability.filter(({ level }: any) => level === "NATION").map(({ year }: any) => year);
  const { indicator: found } =
    await ask(`{ indicator(code: "B13") { nation: values(level: NATION, years: [${years}], first: 100) { ${values} }
    regions: values(level: REGION, years: [${years.slice(-5)}], orderBy: VALUE_DESC, first: 100) { totalCount ${values} } } }`);
  expect(years).toHaveLength(14);
  expect(found.nation.nodes.map(({ year }: any) => year)).toEqual(years);
  expect(found.nation.nodes.at(-1).observation.value).toBe(294_926);
  expect(found.regions.totalCount).toBe(18 * 5);
});

test("the totals of regions and of France", async () => {
  const { territories } = await ask(
    `{ territories(level: REGION, first: 30) { nodes { code values(indicators: ["B11", "B12", "B13"], years: [2023]) { indicator { code } observation { value status computedBy } } } } }`,
  );
  const grandEst = territories.nodes.find(({ code }: any) => code === "44").values.map(({ observation }: any) => observation.value);
  const printed = (table: string) =>
    csvRows(`data/drees/${table}.csv`)
      .filter(
        ({ annee, code_departement }) =>
          annee === "2023" && ["08", "10", "51", "52", "54", "55", "57", "67", "68", "88"].includes(code_departement!),
      )
      .reduce((sum, { valeur }) => sum + Number(valeur), 0);
  expect(grandEst).toEqual([printed("tab23"), printed("tab24"), printed("tab33")]);
});

test("all that is known of a department, of every year", async () => {
  const { territory } = await ask(
    `{ territory(level: DEPARTMENT, code: "93") { values { year indicator { code label unit annex } observation { value status source { dataset } } } } }`,
  );
  expect(territory.values.length).toBeGreaterThan(50);
  expect(territory.values.every(({ observation }: any) => observation.source !== null)).toBe(true);
});

test("the French label of every value of an enumeration", async () => {
  const { codeLists } = await ask("{ codeLists { name label codes { code label } } }");
  const statuses = codeLists.find(({ name }: any) => name === "ObservationStatus").codes;
  expect(statuses).toContainEqual({ code: "SUPPRESSED", label: "Pas de chiffre : couvert par le secret statistique." });
  const { __schema } = await ask("{ __schema { types { kind name enumValues { name description } } } }");
  for (const { kind, name, enumValues } of __schema.types)
    if (kind === "ENUM" && !name.startsWith("__"))
      expect(codeLists.find((list: any) => list.name === name)?.codes).toEqual(
        enumValues.map((each: any) => ({ code: each.name, label: each.description })),
      );
});
