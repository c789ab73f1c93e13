import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the 16 EPCI of 2016 are kept as printed, without the lines that are no territory", async () => {
  const { data } = await hub.query(
    `{ department(code: "52") { formerEpcis { code name communeCount population { value vintage } department { code } } } }`,
  );
  const printed = csvRows("data/haute-marne/epci_population_2016.csv").filter(
    ({ epci_key }) => epci_key !== "hors-epci" && epci_key !== "dep-52",
  );
  expect(printed).toHaveLength(16);
  expect(data.department.formerEpcis).toEqual(
    printed
      .map((row) => ({
        code: `52:${row.epci_key}`,
        name: row.epci_libelle_imprime,
        communeCount: Number(row.nb_communes),
        population: { value: Number(row.population_2016), vintage: "1er janvier 2016" },
        department: { code: "52" },
      }))
      .toSorted((a, b) => (a.code < b.code ? -1 : 1)),
  );
});

test("no former EPCI is matched to one of today, not even under the same name", async () => {
  const { data } = await hub.query(`{ department(code: "52") {
    formerEpcis { code name coverage { year rate { value } } agreements { id holder { __typename code } } }
    epcis { siren name coverage { year } agreements { id } }
  } }`);
  const { formerEpcis, epcis } = data.department;
  const sirens = new Set(epcis.map(({ siren }: any) => siren));
  expect(epcis.find(({ name }: any) => name === "CC des Trois Forêts")).toMatchObject({ coverage: [], agreements: [] });
  expect(formerEpcis.find(({ name }: any) => name === "CC Trois Forêts")).toMatchObject({
    coverage: [{ year: 2013, rate: { value: 57.52 } }],
  });
  for (const { code, coverage, agreements } of formerEpcis) {
    expect(sirens.has(code)).toBe(false);
    expect(coverage).toHaveLength(1);
    expect(agreements).toEqual([expect.objectContaining({ holder: { __typename: "FormerEpci", code } })]);
  }
  for (const { coverage, agreements } of epcis) expect([coverage, agreements]).toEqual([[], []]);
});
