import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

/** Inspections of ZZ in 2025, as its register lists them. */
const inspections = csvRows("data/demonstration/inspections.csv").filter(({ date }) => date!.startsWith("2025"));
const count = (holds: (row: Record<string, string>) => boolean) => inspections.filter(holds).length;

test("the first twenty open facilities of ZZ, beside the plan of the year", async () => {
  const { facilities, inspectionPlan } = await answerOf(hub, "facilities-and-plan");
  const open = csvRows("data/demonstration/facilities.csv").filter(({ ferme_le }) => !ferme_le);
  expect([facilities.totalCount, facilities.nodes.length]).toEqual([open.length, 20]);
  expect(facilities.totalCapacity.value).toBe(open.reduce((sum, { capacite }) => sum + Number(capacite), 0));
  expect(facilities.pageInfo.hasNextPage).toBe(true);
  expect(inspectionPlan).toMatchObject({ status: "PUBLISHED", establishedOn: "2025-01-28", late: false });
});

test("of each quantified objective of 2025: planned, done as the register counts, and the attainment of the two", async () => {
  const { inspectionPlan } = await answerOf(hub, "inspection-plan-objectives");
  const planned = csvRows("data/demonstration/inspection-objectives.csv").filter(({ annee }) => annee === "2025");
  const inRegister = (authority: string) => (authority === "CD_CAF" ? "CD|CAF_MSA" : authority);
  const done = planned.map((objective) =>
    count(
      (row) =>
        row.mode === objective.mode &&
        row.type_controle === objective.type_controle &&
        row.autorites === inRegister(objective.autorite!) &&
        (!objective.categorie || row.categorie === objective.categorie),
    ),
  );
  expect(inspectionPlan.objectives.map((one: any) => [one.planned, one.done.value])).toEqual(
    planned.map(({ objectif }, index) => [Number(objectif), done[index]]),
  );
  expect(inspectionPlan.objectives.slice(0, 2).map(({ attainment }: any) => attainment)).toEqual([105, 75]);
  expect([inspectionPlan.establishedOn, inspectionPlan.dueOn, inspectionPlan.late]).toEqual(["2025-01-28", "2025-01-31", false]);
});

test("the review of 2025: ninety inspections by authority, as many by mode, those of facilities by category, what followed", async () => {
  const { review } = (await answerOf(hub, "inspection-review")).inspectionPlan;
  const of = (dimension: string) =>
    Object.fromEntries(
      review.margins.filter((one: any) => one.dimension === dimension).map(({ code, count: { value } }: any) => [code, value]),
    );
  expect(inspections).toHaveLength(90);
  expect(of("AUTHORITY")).toEqual({
    CD: count(({ autorites }) => autorites === "CD"),
    STATE: count(({ autorites }) => autorites === "ETAT"),
    CAF_MSA: count(({ autorites }) => autorites === "CAF_MSA"),
    CD_CAF: count(({ autorites }) => autorites === "CD|CAF_MSA"),
  });
  expect(of("AUTHORITY")).toEqual({ CD: 76, STATE: 2, CAF_MSA: 7, CD_CAF: 5 });
  expect(of("MODE")).toEqual({ EAJE: 54, CHILDMINDER: 35, HOME_CARE: 1 });
  expect(of("CATEGORY")).toEqual({ COLLECTIVE_CRECHE: 34, KINDERGARTEN: 2, FAMILY_CRECHE: 2, MULTI_CARE: 16 });
  const followed = (nature: string) => inspections.flatMap(({ suites }) => suites!.split("|")).filter((one) => one === nature).length;
  expect(of("FOLLOW_UP")).toMatchObject({
    OBSERVATIONS: followed("OBSERVATIONS"),
    INJUNCTION: followed("INJUNCTION"),
    TOTAL_CLOSURE: followed("TOTAL_CLOSURE"),
  });
  expect([followed("OBSERVATIONS"), followed("INJUNCTION"), followed("TOTAL_CLOSURE")]).toEqual([33, 4, 1]);
  expect([review.presentedOn, review.annexedOn, review.publishedOn]).toEqual(["2026-01-27", "2026-02-01", "2026-02-16"]);
});

test("five joint controls in 2025, each once: they are in T8's forty-five visits, and not among the department's own", async () => {
  const { values, inspectionPlan } = (await answerOf(hub, "inspection-joint-controls")).territory;
  const of = Object.fromEntries(values.map(({ indicator, observation, target }: any) => [indicator.code, { ...observation, target }]));
  const facilities = (authority: string) => count(({ mode, autorites }) => mode === "EAJE" && autorites!.split("|").includes(authority));
  expect(of.T7.value).toBe(5);
  expect(of.T8.value).toBe(facilities("CD"));
  expect([of["inspections-cd"].value, of["inspections-cd-caf"].value]).toEqual([76, 5]);
  expect(of.T7.target).toEqual({ horizon: 2029, value: 10, expected: 3.6, onTrack: true });
  const [joint] = inspectionPlan.objectives.filter(({ controlKind }: any) => controlKind === "JOINT_CONTROL");
  expect(joint).toEqual({ authority: "CD_CAF", controlKind: "JOINT_CONTROL", planned: 6, done: { value: 5, status: "PUBLISHED" } });
});
