import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test.each([
  ["RPE", "relays", 12],
  ["CLAS", "clas", 13],
  ["REAAP", "reaap", 6],
])("each %s of Haute-Marne, with its activity where the scheme prints one", async (kind, file, count) => {
  const { familyServices } = (await answerOf(hub, "services-of-kind", { kind })).territory;
  const printed = csvRows(`data/documents/haute-marne/${file}.csv`);
  const byName = (list: any[]) => list.toSorted(([one], [other]) => (one < other ? -1 : 1));
  expect(familyServices.totalCount).toBe(count);
  expect(
    byName(familyServices.nodes.map(({ name, activity }: any) => [name, activity.map(({ observation }: any) => observation.value)])),
  ).toEqual(byName(printed.map(({ nom, valeur }) => [nom, valeur ? [Number(valeur)] : []])));
});

test("one LAEP is open in Haute-Marne, in Chaumont, with 488 children; two more are studied", async () => {
  const of = async (states: string[]) =>
    (await answerOf(hub, "services-of-kind", { kind: "LAEP", states })).territory.familyServices.nodes.map(
      ({ territory, activity }: any) => [territory.name, ...activity.map(({ observation }: any) => observation.value)],
    );
  expect(await of(["OPEN"])).toEqual([["Chaumont", 488]]);
  expect((await of(["STUDIED"])).toSorted()).toEqual([["Langres"], ["Saint-Dizier"]]);
});

test("one agreement of ZZ is signed with the MSA and ends in 2027; none with it ends in 2025", async () => {
  const of = async (variables = {}) =>
    (await answerOf(hub, "agreements-signed-with", variables)).agreements.nodes.map(({ id, endOn }: any) => [id, endOn]);
  const in2025 = { endsFrom: "2025-01-01", endsTo: "2025-12-31" };
  expect(await of()).toEqual([["ZZ-CTG-2", "2027-12-31"]]);
  expect(await of(in2025)).toEqual([]);
  expect(await of({ ...in2025, signatories: ["CAF"] })).toEqual([["ZZ-CTG-3", "2025-12-31"]]);
});

test("Haute-Marne: thirteen agreements are signed, one is prepared, five territories have none", async () => {
  const { agreements } = (await answerOf(hub, "agreements-of-department")).territory;
  const counted = Object.fromEntries(
    [...Map.groupBy(agreements.nodes, ({ status }: any) => status)].map(([status, list]) => [status, list.length]),
  );
  expect(counted).toEqual({ SIGNED: 13, IN_PREPARATION: 1, NONE: 5 });
  const printed = csvRows("data/documents/haute-marne/agreements.csv");
  const years = Object.fromEntries(printed.map((row) => [row.id, row.annee_signature ? Number(row.annee_signature) : null]));
  expect(Object.fromEntries(agreements.nodes.map(({ id, signedYear }: any) => [id, signedYear]))).toEqual(years);
  expect((await answerOf(hub, "agreements-of-department", { status: "SIGNED" })).territory.agreements.totalCount).toBe(13);
});

test("3 096 agreements in France at the end of 2024, 198 of them with the MSA, 94 % on early childhood", async () => {
  const { values } = (await answerOf(hub, "national-agreements")).territory;
  const printed = csvRows("data/documents/national/caf-values.csv");
  const asked = new Set(values.map(({ indicator }: any) => indicator.code));
  const line = (code: string, year: number, value: number) => `${code} ${year} ${value}`;
  expect(values.map(({ indicator, year, observation }: any) => line(indicator.code, year, observation.value)).toSorted()).toEqual(
    printed
      .filter(({ indicateur }) => asked.has(indicateur))
      .map((row) => line(row.indicateur!, Number(row.annee), Number(row.valeur)))
      .toSorted(),
  );
  expect(asked.size).toBe(18);
  const of = Object.fromEntries(values.map(({ indicator, observation }: any) => [indicator.code, observation.value]));
  expect(of).toMatchObject({
    P02: 3096,
    "ctg-with-msa": 198,
    "ctg-with-department": 191,
    "ctg-early-childhood-share": 94,
    "ctg-housing-share": 31,
  });
});
