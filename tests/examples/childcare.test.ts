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

test("Saint-Denis in 2022: 35.7 places for 100 children, 1 990 places, as the Cnaf prints them", async () => {
  const { territory } = await answerOf(hub, "coverage-of-commune");
  const line = (file: string, code: string) =>
    csvRows(`data/caf/${file}.csv`).find((row) => row.date_reference === "2022" && row[code] === "93066")!;
  const rates = line("txcouv_pe_com_2017-2022", "numero_commune");
  const places = line("nbpla_pe_com_2017-2022", "num_commune");
  expect(valuesOf(territory.values)).toEqual({
    B01: Number(rates.taux_de_couv_global),
    B03: Number(rates.taux_de_couv_eaje_psu),
    B04: Number(rates.taux_de_couv_hors_eaje_psu),
    B05: Number(rates.taux_de_couv_assistante_maternelle),
    B06: Number(rates.taux_de_couv_salariee_a_domicile),
    B07: Number(rates.taux_de_couv_prescolarisation),
    B08: Number(places.places_offertes_ensemble),
    "coverage-facility": Number(rates.taux_de_couv_eaje_ensemble),
    "places-facility-psu": Number(places.places_EAJE_PSU),
    "places-childminder": Number(places.places_assistante_maternelle),
  });
  expect(valuesOf(territory.values)).toMatchObject({ B01: 35.7, B08: 1990 });
  expect(territory.parents).toEqual([{ name: "Seine-Saint-Denis" }]);
});

test("on 31 December 2015 Haute-Marne has 23 facilities and 502 places: ten multi-care, eleven micro-crèches", async () => {
  const { facilities } = await answerOf(hub, "facilities-open-on");
  const placesOf = (type: string) => {
    const some = facilities.nodes.filter(({ printedType }: any) => printedType === type);
    return [some.length, some.reduce((sum: number, { capacity }: any) => sum + capacity.value, 0)];
  };
  expect([facilities.totalCount, facilities.totalCapacity.value]).toEqual([23, 502]);
  expect([placesOf("multi-accueil"), placesOf("micro-creche"), placesOf("halte-garderie"), placesOf("creche-familiale")]).toEqual([
    [10, 352],
    [11, 110],
    [1, 20],
    [1, 20],
  ]);
  const printed = csvRows("data/documents/haute-marne/facilities.csv");
  expect(facilities.nodes.map(({ name }: any) => name).toSorted()).toEqual(printed.map(({ nom }) => nom).toSorted());
  const { facilities: family } = await answerOf(hub, "facilities-open-on", { categories: ["FAMILY_CRECHE"] });
  expect([family.totalCount, family.totalCapacity.value]).toEqual([1, 20]);
});

test("four micro-crèches of ZZ have opened since 2022, two of them financed by the Paje; two since 2025-06-01", async () => {
  const { facilities } = await answerOf(hub, "facilities-opened-since");
  const sent = csvRows("data/demonstration/facilities.csv").filter(
    ({ type, ouvert_le, ferme_le }) => type === "micro-creche" && ouvert_le! > "2022-01-01" && !ferme_le,
  );
  expect(facilities.nodes.map(({ id, openedOn, financing }: any) => [id, openedOn, financing])).toEqual(
    sent.map((row) => [row.id, row.ouvert_le, row.financement]),
  );
  expect([facilities.totalCount, facilities.totalCapacity.value]).toEqual([4, 47]);
  expect((await answerOf(hub, "facilities-opened-since", { since: "2025-06-01" })).facilities.totalCount).toBe(2);
});

test("the seven childminder houses of Haute-Marne, two of them in Chaumont", async () => {
  const { childminderHouses } = (await answerOf(hub, "childminder-houses")).territory;
  const printed = csvRows("data/documents/haute-marne/childminder-houses.csv");
  expect(childminderHouses.totalCount).toBe(7);
  expect(childminderHouses.nodes.map(({ name, printedCommune }: any) => [name, printedCommune])).toEqual(
    printed.map((row) => [row.nom, row.commune_imprimee]),
  );
  const { childminderHouses: unknown } = (await answerOf(hub, "childminder-houses", { department: "93" })).territory;
  expect([unknown.totalCount, unknown.known.status]).toEqual([0, "NOT_TRANSMITTED"]);
});

test("places of ZZ: 59 more in 2025, 71.5 % of them taken, and nobody knows how many were closed for lack of staff", async () => {
  const { values } = (await answerOf(hub, "places-balance")).territory;
  const of = (year: number) => valuesOf(values.filter((one: any) => one.year === year));
  expect(of(2024)).toEqual({ B02: 12, T1: 1003, "B11-places": 1122, B20: 70.8, B21: 107.7, E03: 34 });
  expect(of(2025)).toEqual({ B02: 59, T1: 1050, "B11-places": 1171, B20: 71.5, B21: 107.2, E03: null });
  expect(values.at(-1).year).toBe(2025);
  expect(values.find(({ year, indicator }: any) => year === 2025 && indicator.code === "E03").observation.status).toBe(
    "INSUFFICIENT_RESPONSE",
  );
});
