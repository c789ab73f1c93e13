import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("on the 1st of June 2026 three schemes are in force: Hauts-de-Seine and Seine-Saint-Denis until 2026, ZZ until 2029", async () => {
  const { schemes } = await answerOf(hub, "schemes-in-force");
  expect(schemes.nodes.map(({ territories, endYear, state }: any) => [territories[0].code, endYear, state])).toEqual([
    ["92", 2026, "IN_FORCE"],
    ["93", 2026, "IN_FORCE"],
    ["ZZ", 2029, "IN_FORCE"],
  ]);
  const before = await answerOf(hub, "schemes-in-force", { day: "2019-12-31", includeDemonstration: false });
  expect(before.schemes.nodes.map(({ territories, endOn }: any) => [territories[0].code, endOn])).toEqual([["52", "2019-12-31"]]);
});

test("two schemes end in 2026; each evaluation is due three months before, and none has come", async () => {
  const { schemes } = await answerOf(hub, "schemes-ending");
  expect(schemes.totalCount).toBe(2);
  for (const { endYear, documents, committees } of schemes.nodes) {
    expect([endYear, documents]).toEqual([2026, []]);
    expect(committees[0].department.deadlines).toMatchObject([{ dueOn: "2026-09-30", state: "UPCOMING", evidence: null }]);
  }
});

test("the scheme of ZZ that ended in 2023 has its evaluation, five days late, sent to three", async () => {
  const of2023 = { from: "2023-01-01", to: "2023-12-31", deadlinesFrom: "2023-01-01", asOf: "2023-12-31" };
  const [scheme] = (await answerOf(hub, "schemes-ending", of2023)).schemes.nodes;
  expect(scheme.documents).toMatchObject([
    { kind: "EVALUATION", adoptedOn: "2023-10-05", sent: [{ to: "MINISTER", on: "2023-10-06" }, { to: "HCFEA" }, { to: "CNAF" }] },
  ]);
  expect(scheme.committees[0].department.deadlines).toMatchObject([{ dueOn: "2023-09-30", doneOn: "2023-10-05", state: "DONE_LATE" }]);
});

test("axis 2 of Haute-Marne 2016: five objectives, eight actions, ten partners, five means, eight indicators, as printed", async () => {
  const [, axis] = (await answerOf(hub, "scheme-plan")).scheme.axes;
  const printed = (name: string, nature?: string) =>
    csvRows(`data/documents/haute-marne/${name}.csv`)
      .filter((row) => row.axe === "2" && (!nature || row.nature === nature))
      .map(({ libelle }) => libelle);
  const labels = (list: any[]) => list.map(({ label }) => label);
  expect(axis.printedCalendar).toBe("Réalisation sur la période 2016 à 2018");
  expect(labels(axis.objectives)).toEqual(printed("plan-objectives"));
  expect(labels(axis.actions)).toEqual(printed("plan-actions"));
  expect(labels(axis.objectives.flatMap(({ actions }: any) => actions))).toEqual(printed("plan-actions"));
  expect(labels(axis.partners)).toEqual(printed("plan-partners", "PARTNER"));
  expect(labels(axis.means)).toEqual(printed("plan-means", "MEANS"));
  expect(labels(axis.objectives.flatMap(({ indicators }: any) => indicators))).toEqual(printed("plan-indicators", "INDICATOR"));
  expect([axis.objectives, axis.actions, axis.partners, axis.means].map(({ length }) => length)).toEqual([5, 8, 10, 5]);
});

test("a plan without objectives has its actions under its axes: fifteen in Seine-Saint-Denis, one of them with its pilot", async () => {
  const { axes } = (await answerOf(hub, "scheme-plan", { department: "93", startYear: 2024 })).scheme;
  const actions = axes.flatMap((axis: any) => axis.actions);
  expect(actions).toHaveLength(csvRows("data/documents/seine-saint-denis/plan-actions.csv").length);
  const [sheet] = actions.filter(({ printedPilot }: any) => printedPilot);
  expect(sheet).toMatchObject({ label: "Fiche action 1.1", printedPilot: "Caf" });
  expect([sheet.priorities, sheet.partners, sheet.indicators, sheet.steps].map(({ length }) => length)).toEqual([5, 3, 4, 6]);
});

test("the scheme of ZZ is signed by five, Udaf last, with one amendment of June 2025 and five themes", async () => {
  const { scheme } = await answerOf(hub, "scheme-contract");
  expect(scheme.signatories.map(({ party, signedOn }: any) => [party, signedOn])).toEqual([
    ["PREFECT", "2023-12-14"],
    ["CAF", "2023-12-14"],
    ["CD", "2023-12-14"],
    ["MSA", "2023-12-14"],
    ["UDAF", "2024-01-09"],
  ]);
  expect(scheme.amendments).toEqual([{ number: 1, label: "ajout des actions de l'axe 3", signedOn: "2025-06-17" }]);
  expect(scheme.themes).toEqual(["EARLY_CHILDHOOD", "PARENTING", "CHILDHOOD_YOUTH", "SOCIAL_LIFE", "DISABILITY"]);
  expect([scheme.adoptedOn, scheme.transmittedOn]).toEqual(["2023-12-14", "2024-01-10"]);
});

test("of the fifteen actions of ZZ, one is done, one dropped, three have begun; each has its pilot and what was said of it", async () => {
  const { axes } = (await answerOf(hub, "scheme-actions-progress")).scheme;
  const actions = axes.flatMap((axis: any) => axis.actions);
  expect(actions).toHaveLength(15);
  const said = actions.filter(({ progress }: any) => progress.length).map(({ pilot, progress }: any) => [pilot, ...progress.map(told)]);
  expect(said).toEqual([
    ["CAF", "2024-05-14 STARTED"],
    ["MSA", "2025-01-28 STARTED", "2024-05-14 PLANNED"],
    ["CAF", "2025-01-28 STARTED"],
    ["CAF", "2025-05-20 DONE"],
    ["MSA", "2025-05-20 DROPPED"],
  ]);
  // What was not over at its last day is late, for ever.
  const { axes: old } = (await answerOf(hub, "scheme-actions-progress", { startYear: 2020 })).scheme;
  expect(old[0].actions.map(({ state }: any) => state)).toEqual(["DONE", "LATE"]);
});
const told = ({ on, state }: any) => `${on} ${state}`;

test("the circular's one hundred schemes: 55 end in 2026, and the six ends add up to all of them", async () => {
  const { values } = (await answerOf(hub, "national-schemes")).territory;
  const printed = csvRows("data/documents/national/cdsf-values.csv");
  for (const { indicator, observation } of values)
    expect([indicator.code, observation.value]).toEqual([
      indicator.code,
      Number(printed.find(({ indicateur }) => indicateur === indicator.code)!.valeur),
    ]);
  const by = Object.fromEntries(values.map(({ indicator, observation }: any) => [indicator.code, observation.value]));
  expect(by).toMatchObject({ schemes: 100, "schemes-ending-2026": 55, "schemes-youth-share": 82, "schemes-social-life-share": 75 });
  const ends = Object.keys(by).filter((code) => code.startsWith("schemes-ending-"));
  expect(ends).toHaveLength(6);
  expect(ends.reduce((sum, code) => sum + by[code], 0)).toBe(100);
});
