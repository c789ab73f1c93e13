import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("of the three communes of ZZ above 10 000, one is covered by a CTG, one has its scheme, sent late, one has neither", async () => {
  const { parts } = (await answerOf(hub, "authorities-planning")).territory;
  expect(parts.nodes.map(({ code, authority }: any) => [code, authority.planning.status])).toEqual([
    ["ZZ001", "COVERED_BY_CTG"],
    ["ZZ002", "OWN_SCHEME"],
    ["ZZ003", "MISSING"],
  ]);
  expect(parts.nodes[1].authority.planning.scheme).toMatchObject({ adoptedOn: "2025-03-20", transmittedOn: "2025-06-02", isLate: true });
  const real = (await answerOf(hub, "authorities-planning", { department: "52" })).territory.parts;
  expect(
    real.nodes.map(({ name, legalPopulation, authority }: any) => [name, legalPopulation.value > 10_000, authority.planning.status]),
  ).toEqual([
    ["Chaumont", true, "UNKNOWN"],
    ["Saint-Dizier", true, "UNKNOWN"],
  ]);
});

test("Port-Exemple has six obligations, exercises its four competences itself, and its scheme lacks two of eleven items", async () => {
  const { authority } = (await answerOf(hub, "authority-of-commune")).territory;
  expect(authority.obligations).toHaveLength(6);
  expect(authority.competences.map(({ code, exercisedBy }: any) => [code, exercisedBy.code])).toEqual([
    ["IDENTIFY_NEEDS", "ZZ002"],
    ["INFORM", "ZZ002"],
    ["PLAN", "ZZ002"],
    ["SUPPORT_QUALITY", "ZZ002"],
  ]);
  const absent = authority.schemes[0].content
    .filter(({ isPresent }: any) => !isPresent)
    .map(({ code, isPresent }: any) => [code, isPresent]);
  expect(absent).toEqual([
    ["AVIP", false],
    ["COSTS_AND_MEANS", null],
  ]);
});

test("of the three communes of ZZ above 10 000 one has no relay; of Seine-Saint-Denis's nobody has told", async () => {
  const { parts } = (await answerOf(hub, "communes-without-relay")).territory;
  expect(parts.nodes.map(({ code, familyServices }: any) => [code, familyServices.totalCount > 0])).toEqual([
    ["ZZ001", true],
    ["ZZ002", true],
    ["ZZ003", false],
  ]);
  const real = (await answerOf(hub, "communes-without-relay", { department: "93", above: 100_000 })).territory.parts.nodes;
  expect(real.map(({ familyServices }: any) => [familyServices.totalCount, familyServices.known.status])).toContainEqual([
    0,
    "NOT_TRANSMITTED",
  ]);
});

test("one seat of 38 is vacant on the 1st of November 2026, and its three months are over", async () => {
  const { committee } = await answerOf(hub, "committee-seats");
  expect(committee.seats).toEqual([{ category: "PROFESSIONALS", number: 4, since: "2026-03-01", replaceBy: "2026-06-01", isLate: true }]);
  expect(committee.all).toHaveLength(38);
});

test("the CDAJE came before the committee until 2022; two services answer", async () => {
  const { committee } = await answerOf(hub, "committee-contacts");
  expect(committee.predecessors).toMatchObject([{ from: "2003-06-01", to: "2022-02-28" }]);
  expect(committee.contacts.map(({ role }: any) => role)).toEqual(["Correspondant de l'État", "Secrétariat du comité"]);
});

test("two projects are under way: 36 places whose opinion is awaited until November, 20 that are announced", async () => {
  const { projects } = (await answerOf(hub, "projects")).territory;
  expect(projects.nodes.map(({ id, places, opinion }: any) => [id, places, opinion?.outcome ?? null])).toEqual([
    ["ZZ-P4", 36, "PENDING"],
    ["ZZ-P5", 20, null],
  ]);
  expect(projects.nodes[0].opinion.dueOn).toBe("2026-11-01");
});

test("two opinions of 2025, each with its grounds and what was decided", async () => {
  const { projects } = (await answerOf(hub, "authority-opinions")).territory;
  expect(
    projects.nodes.map(({ opinion, decision }: any) => [opinion.givenOn, opinion.outcome, opinion.grounds.length, decision.kind]),
  ).toEqual([
    ["2025-03-18", "FAVOURABLE", 2, "AUTHORISATION"],
    ["2025-05-12", "UNFAVOURABLE", 2, "REFUSAL"],
  ]);
});

test("a third of the fundings of a service comes from each of three: 125 000 € for the first relay of ZZ", async () => {
  const { familyServices } = (await answerOf(hub, "funding-of-service")).territory;
  const [first] = familyServices.nodes;
  expect(first.fundings.reduce((sum: number, { amount }: any) => sum + amount.value, 0)).toBe(48870 + 55430 + 20700);
  expect(first.fundings.map(({ funder }: any) => funder)).toEqual(["EPCI", "CAF", "CAF"]);
});

test("the territory bonus of 2024, added up", async () => {
  const { fundings } = (await answerOf(hub, "funding-of-department")).territory;
  expect(fundings.amount).toMatchObject({ status: "PUBLISHED", missingParts: 0 });
  expect(fundings.amount.value).toBeGreaterThan(1_000_000);
  expect(fundings.nodes[0]).toMatchObject({ funder: "CAF", fund: "TERRITORY_BONUS", facility: { name: expect.any(String) } });
});

test("three crèches labelled since 2024 keep 18 places for the children of job seekers", async () => {
  const { avipLabels } = (await answerOf(hub, "avip-labels")).territory;
  expect(avipLabels.nodes.reduce((sum: number, { places }: any) => sum + places, 0)).toBe(18);
  expect(avipLabels.totalCount).toBe(3);
});

test("of the three actions of an agreement one is late, one done, one begun", async () => {
  const { axes } = (await answerOf(hub, "agreement-plan")).agreement;
  expect(axes.flatMap(({ actions }: any) => actions).map(({ state }: any) => state)).toEqual(["LATE", "DONE", "STARTED"]);
});

test("the cités éducatives of Seine-Saint-Denis; those of ZZ say what the Caf does in them", async () => {
  const { educationProgrammes } = (await answerOf(hub, "education-programmes")).territory;
  expect(educationProgrammes.totalCount).toBeGreaterThan(10);
  expect(educationProgrammes.nodes.every(({ cafInvolvement }: any) => cafInvolvement === null)).toBe(true);
  const zz = (await answerOf(hub, "education-programmes", { department: "ZZ", kinds: ["TER", "PEDT"] })).territory.educationProgrammes;
  expect(zz.nodes.map(({ kind, cafInvolvement, state }: any) => [kind, cafInvolvement, state])).toEqual([
    ["PEDT", "NONE", "IN_FORCE"],
    ["PEDT", null, "ENDED"],
    ["TER", "OPERATIONAL", "IN_FORCE"],
  ]);
});

test("the authorisations of before 2012 end by 2030, those of before 2001 by 2028", async () => {
  const { facilities } = await answerOf(hub, "authorisations-ending");
  const sent = csvRows("data/demonstration/facilities.csv").filter((row) => row.autorise_le! < "2012-01-01" && !row.ferme_le);
  expect(facilities.totalCount).toBe(sent.length);
  for (const { authorisedOn, authorisationEndsOn } of facilities.nodes)
    expect(authorisationEndsOn).toBe(authorisedOn < "2001-01-01" ? "2028-12-31" : "2030-12-31");
});
