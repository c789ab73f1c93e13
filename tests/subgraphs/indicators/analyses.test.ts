import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

/** What analysts ask, each in at most two requests. */

let hub: Hub;
let requests = 0;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());
beforeEach(() => {
  requests = 0;
});
afterEach(() => expect(requests).toBeLessThanOrEqual(2));

async function ask(query: string): Promise<any> {
  requests++;
  const { data, errors } = await hub.query(query);
  expect(errors).toBeUndefined();
  return data;
}

/** A list of two pages at most. */
async function bothPages(list: (after: string) => string, pageOf: (data: any) => any): Promise<any[]> {
  const first = pageOf(await ask(list("")));
  const second = pageOf(await ask(list(`, after: "${first.pageInfo.endCursor}"`)));
  expect(second.pageInfo.hasNextPage).toBe(false);
  return [...first.nodes, ...second.nodes];
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
  const all = await bothPages(
    (after) => `{ indicator(code: "B13") { values(level: DEPARTMENT, years: [2023], orderBy: VALUE_DESC, first: 100${after}) {
      nodes { territory { code legalPopulation { value } } observation { value } } pageInfo { endCursor hasNextPage }
    } } }`,
    ({ indicator }) => indicator.values,
  );
  expect(all).toHaveLength(101);
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

test("the coverage of all departments, for a map", async () => {
  let availability: unknown[] = [];
  const all = await bothPages(
    (
      after,
    ) => `{ indicator(code: "B01") { label unit availability { level year transmitted of } values(level: DEPARTMENT, years: [2023], first: 100${after}) {
      nodes { territory { code } observation { value status source { publisher } } } pageInfo { endCursor hasNextPage }
    } } }`,
    ({ indicator }) => {
      ({ availability } = indicator);
      return indicator.values;
    },
  );
  const printed = new Map(
    csvRows("data/caf/txcouv_pe_dep_2022-2023.csv", ";")
      .filter((row) => row["Date référence"] === "2023")
      .map((row) => [row["Numéro Département"], Number(row["Taux de couv global"])]),
  );
  expect(all).toHaveLength(101);
  for (const { territory, observation } of all)
    expect([territory.code, observation.value]).toEqual([territory.code, printed.get(territory.code) ?? null]);
  const known = all.filter(({ observation }) => observation.value !== null);
  expect(availability).toContainEqual({ level: "DEPARTMENT", year: 2023, transmitted: known.length, of: 101 });
});

test("coverage beside the difficulty of recruiting, by EPCI of a department", async () => {
  const { indicator } = await ask(`{
    indicator(code: "B01") { values(level: EPCI, within: "DEPARTMENT:59", years: [2023], orderBy: VALUE_ASC, first: 100) {
      totalCount nodes { territory { code name parents(level: EMPLOYMENT_BASIN) { code name
        recruitmentNeeds(year: 2025, occupations: ["T2B60"]) { projects { value status } difficultShare { value status } } } } observation { value } } } }
  }`);
  const members = csvRows("data/territoires/appartenance_2021-2026.csv", ";").filter(({ echelon, a }) => echelon === "EPCI" && a === "");
  const communes = Map.groupBy(members, ({ code }) => code);
  const of59 = [...communes].filter(([, list]) => list.some(({ commune }) => commune!.startsWith("59"))).map(([code]) => code!);
  const { totalCount, nodes } = indicator.values;
  expect(nodes.map((node: any) => node.territory.code).toSorted()).toEqual(of59.toSorted());
  expect(nodes).toHaveLength(totalCount);
  const printed = new Map(csvRows("data/caf/txcouv_pe_epci_2023.csv").map((row) => [row.numepci, Number(row.txcouv_epci)]));
  const basinOf = new Map(csvRows("data/territoires/communes_bassins_2026.csv", ";").map(({ commune, bassin }) => [commune, bassin!]));
  for (const { territory: epci, observation } of nodes) {
    expect([epci.code, observation.value]).toEqual([epci.code, printed.get(epci.code)]);
    const basins = [...new Set(communes.get(epci.code)!.flatMap(({ commune }) => basinOf.get(commune) ?? []))].toSorted();
    expect([epci.code, epci.parents.map(({ code }: any) => code)]).toEqual([epci.code, basins]);
  }
  const joined = nodes.filter(({ territory: epci }: any) =>
    epci.parents.some(({ recruitmentNeeds: [need] }: any) => need?.projects.value > 0),
  );
  expect(joined.length).toBeGreaterThan(10);
});

test("the communes of more than 10 000 inhabitants that lost places since 2017, in all France", async () => {
  const { indicator } = await ask(`{ indicator(code: "B08") {
    values(level: COMMUNE, years: [2022], since: 2017, changeBelow: 0, territories: { populationAbove: 10000 }, orderBy: CHANGE_ASC, first: 100) {
      totalCount nodes { territory { code name legalPopulation { value } } observation { value } change(since: 2017) { difference ratio comparability } }
    } } }`);
  const rows = csvRows("data/caf/nbpla_pe_com_2017-2022.csv");
  const placesOf = (year: string) =>
    new Map(
      rows
        .filter(({ date_reference, places_offertes_ensemble }) => date_reference!.startsWith(year) && places_offertes_ensemble !== "")
        .map(({ num_commune, places_offertes_ensemble }) => [num_commune!, Number(places_offertes_ensemble)]),
    );
  const [then, now] = [placesOf("2017"), placesOf("2022")];
  const population = new Map(
    csvRows("data/insee/populations_communes_2023.csv").map((row) => [row.code_commune, Number(row.population_totale)]),
  );
  const joined = new Set(
    csvRows("data/insee/mouvements_communes_1943-2025.csv")
      .filter(({ DATE_EFF, COM_AV, COM_AP }) => DATE_EFF! > "2018" && DATE_EFF! < "2023" && COM_AV !== COM_AP)
      .map(({ COM_AP }) => COM_AP),
  );
  const lost = [...now]
    .filter(([code]) => then.has(code) && (population.get(code) ?? 0) > 10_000 && !joined.has(code))
    .map(([code, places]) => ({ code, difference: places - then.get(code)! }))
    .filter(({ difference }) => difference < 0)
    .toSorted((a, b) => a.difference - b.difference || (a.code < b.code ? -1 : 1));
  const { totalCount, nodes } = indicator.values;
  expect(totalCount).toBe(lost.length);
  expect(nodes.map(({ territory, change }: any) => ({ code: territory.code, difference: change.difference }))).toEqual(lost.slice(0, 100));
  for (const { territory, change } of nodes)
    expect([territory.legalPopulation.value > 10_000, change.comparability]).toEqual([true, "COMPARABLE"]);
});

test("micro-crèches opened since 2022, by EPCI, with what the Caf pays them", async () => {
  const { facilities } = await ask(`{
    facilities(sizeClass: MICRO, categories: [COLLECTIVE_CRECHE], openedAfter: "2021-12-31", includeDemonstration: true, first: 100) {
      totalCount nodes { id openedOn capacity { value } commune { code parents(level: EPCI) { code name } } fundings { year fund amount { value status } } }
    } }`);
  const opened = csvRows("data/demonstration/facilities.csv").filter(
    ({ ouvert_le, capacite, type }) =>
      ouvert_le! > "2021-12-31" && Number(capacite) <= 12 && ["micro-creche", "creche-collective", "halte-garderie"].includes(type!),
  );
  expect(facilities.nodes.map(({ id }: any) => id)).toEqual(opened.map(({ id }) => id));
  const epciOf = new Map(csvRows("data/demonstration/memberships.csv", ";").map(({ commune, code }) => [commune, code]));
  const paid = csvRows("data/demonstration/fundings.csv");
  for (const [n, { id, commune, fundings }] of facilities.nodes.entries()) {
    expect(commune.parents.map(({ code }: any) => code)).toEqual([epciOf.get(opened[n]!.commune)]);
    const rows = paid
      .filter(({ etablissement }) => etablissement === id)
      .toSorted((a, b) => Number(b.annee) - Number(a.annee) || (a.fonds! < b.fonds! ? -1 : 1));
    expect(fundings.map(({ year, fund, amount }: any) => [String(year), fund, amount.value])).toEqual(
      rows.map(({ annee, fonds, montant }) => [annee, fonds, Number(montant)]),
    );
  }
  expect(new Set(facilities.nodes.map(({ commune }: any) => commune.parents[0].code)).size).toBeGreaterThan(1);
  const { real } = await ask(
    '{ real: facilities(sizeClass: MICRO, openedAfter: "2021-12-31", first: 100) { totalCount known { status } } }',
  );
  expect(real).toEqual({ totalCount: 0, known: { status: "PUBLISHED" } }); // the directory of 2015 tells no opening
});

test("how far the inspections of each department are, and whose plan is not known", async () => {
  const { committees } = await ask(
    "{ committees { id inspectionPlan(year: 2025) { status objectives { planned done { value } attainment } } } }",
  );
  const known = committees.filter(({ inspectionPlan }: any) => inspectionPlan !== null);
  expect([committees.length, known.map(({ id }: any) => id)]).toEqual([102, ["ZZ"]]);
  const [{ inspectionPlan }] = known;
  const [told, untold] = [true, false].map((isTold) =>
    inspectionPlan.objectives.filter(({ done }: any) => (done.value !== null) === isTold),
  );
  expect(told.length).toBeGreaterThan(5);
  for (const { planned, done, attainment } of told) expect(attainment).toBe(Math.round((done.value / planned) * 1000) / 10);
  for (const { attainment } of untold) expect(attainment).toBeNull();
});

test("the territorial agreements that end within a year", async () => {
  const endings = csvRows("data/demonstration/agreements.csv").filter(({ fin }) => fin! >= "2025-12-01" && fin! <= "2026-11-30");
  const list = 'endsBetween: { from: "2025-12-01", to: "2026-11-30" }, first: 100';
  const { agreements, real, territory } = await ask(`{
    agreements(${list}, includeDemonstration: true) { totalCount known { status } nodes { id endOn status holder { level code name } } }
    real: agreements(first: 100) { totalCount nodes { endOn holder { code } } known { status source { publisher } } }
    territory(level: DEPARTMENT, code: "ZZ") { agreements(${list}) { nodes { id } } }
  }`);
  expect(endings.length).toBeGreaterThan(0);
  expect(agreements.nodes).toEqual(
    endings.map(({ id, fin, statut, niveau, territoire }) => ({
      id,
      endOn: fin,
      status: statut,
      holder: { level: niveau, code: territoire, name: expect.any(String) },
    })),
  );
  expect(territory.agreements.nodes).toEqual(endings.map(({ id }) => ({ id })));
  // The agreements of 52 are of a document that tells no end.
  expect(real.totalCount).toBe(csvRows("tests/fixtures/haute-marne/ctg.csv").length);
  expect(new Set(real.nodes.map(({ endOn }: any) => endOn))).toEqual(new Set([null]));
  expect(real.known).toEqual({ status: "PUBLISHED", source: { publisher: "CDSF de la Haute-Marne" } });
});

test("a period that ends before it begins is refused", async () => {
  const { errors } = await hub.query('{ agreements(endsBetween: { from: "2026-01-01", to: "2025-01-01" }, first: 1) { totalCount } }');
  expect(errors).toMatchObject([
    { message: expect.stringContaining("« endsBetween » finit le 2025-01-01, avant de commencer"), extensions: { code: "BAD_ARGUMENT" } },
  ]);
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
