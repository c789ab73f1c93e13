import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const valuesOf = (values: any[]) =>
  Object.fromEntries(values.map(({ indicator, observation }: any) => [indicator.code, observation.value]));

test("the nine EPCI of Haute-Marne in 2023 beside the department: coverage of the Cnaf, births of Insee", async () => {
  const { values, parts } = (await answerOf(hub, "diagnosis-by-epci")).territory;
  const rates = csvRows("data/caf/txcouv_pe_epci_2023.csv");
  const births = csvRows("data/insee/naissances_epci_2008-2024.csv");
  expect(parts.nodes).toHaveLength(9);
  for (const epci of parts.nodes) {
    const rate = rates.find(({ numepci }) => numepci === epci.code)!;
    expect([epci.code, valuesOf(epci.values)]).toEqual([
      epci.code,
      {
        B01: Number(rate.txcouv_epci),
        "coverage-facility": Number(rate.txcouv_eaje_epci),
        B05: Number(rate.txcouv_am_ind_epci),
        A04: Number(births.find(({ code }) => code === epci.code)!["2023"]),
      },
    ]);
  }
  expect(valuesOf(values)).toEqual({ B01: 70.2, "coverage-facility": 14.5, B05: 49.9, A04: 1375 });
});

test("the sixteen EPCI that Haute-Marne had in 2013, with the coverage and the beneficiaries that the scheme prints", async () => {
  const printed = { B01: "caf-values-coverage-2013", "caf-beneficiaries": "caf-values-beneficiaries-2014" };
  for (const [[indicator, file], year] of Object.entries(printed).map((one, index) => [one, 2013 + index] as const)) {
    const asked = { kinds: ["CURRENT", "FORMER"], indicators: [indicator], year };
    const { values, parts } = (await answerOf(hub, "diagnosis-by-epci", asked)).territory;
    const known = [...parts.nodes, { code: "52", values }].map(({ code, values: of }: any) => [code, valuesOf(of)[indicator]] as const);
    const rows = csvRows(`data/documents/haute-marne/${file}.csv`).map((row) => [row.territoire, Number(row.valeur)]);
    expect(known.filter(([, value]) => value !== null).toSorted()).toEqual(rows.toSorted());
    expect(rows).toHaveLength(17);
  }
});

test("the CA de Chaumont, since merged: 31 368 inhabitants in 2016, 5 596 beneficiaries in 2014, coverage 68.88 in 2013", async () => {
  const { territory } = await answerOf(hub, "epci-profile");
  expect(territory).toMatchObject({ name: "CA Chaumont", kind: "FORMER", validTo: "2016-12-31", parents: [{ code: "52" }] });
  expect(territory.municipalPopulation).toMatchObject({ value: 31368, source: { printedVintage: "1er janvier 2016" } });
  expect(territory.values.map(({ year, indicator, observation }: any) => [year, indicator.code, observation.value])).toEqual([
    [2013, "B01", 68.88],
    [2014, "caf-beneficiaries", 5596],
  ]);
  expect(territory.agreements.nodes).toMatchObject([{ status: "SIGNED", signedYear: 2013 }]);
});

test("Saint-Denis, which now holds Pierrefitte: its population, its coverage of 2022, its places by mode", async () => {
  const { territory } = await answerOf(hub, "commune-profile");
  const places = csvRows("data/caf/nbpla_pe_com_2017-2022.csv").find(
    (row) => row.date_reference === "2022" && row.num_commune === "93066",
  )!;
  const { population_totale } = csvRows("data/insee/populations_communes_2023.csv").find(({ code_commune }) => code_commune === "93066")!;
  expect(territory.legalPopulation.value).toBe(Number(population_totale));
  expect(territory.predecessors).toContainEqual({ code: "93059", name: "Pierrefitte-sur-Seine", validTo: "2024-12-31" });
  expect(valuesOf(territory.values)).toEqual({
    B01: 35.7,
    B05: 10.4,
    B08: Number(places.places_offertes_ensemble),
    "coverage-facility": 21.5,
    "places-facility-psu": Number(places.places_EAJE_PSU),
    "places-facility-non-psu": Number(places.places_hors_EAJE_PSU),
    "places-childminder": Number(places.places_assistante_maternelle),
    "places-home-care": Number(places.places_salariee_domicile),
  });
});

test("four territories of Grand Paris lie in Seine-Saint-Denis; the three sectors of Haute-Marne have 23 crèches and 502 places", async () => {
  const { parisian, sectored } = await answerOf(hub, "territories-of-paris-and-sectors");
  expect(parisian.parts.nodes.map(({ name, parts }: any) => [name, parts.totalCount])).toEqual([
    ["Plaine Commune", 8],
    ["Est Ensemble", 9],
    ["Paris Terres d'Envol", 8],
    ["Grand Paris Grand Est", 14],
  ]);
  expect(parisian.parts.nodes.map(({ legalPopulation }: any) => legalPopulation.value)).toEqual([455226, 449538, 383559, 422336]);
  const sectors = sectored.parts.nodes.map(({ code, values }: any) => [code, valuesOf(values).creches, valuesOf(values)["creche-places"]]);
  expect(sectors).toEqual([
    ["CHAUMONT", 8, 176],
    ["LANGRES", 6, 100],
    ["SAINT-DIZIER", 9, 226],
  ]);
});
