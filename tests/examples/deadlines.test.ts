import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows, jsonRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("on the 15th of July 2026 a seat and the follow-up indicators of ZZ are late, and no other department's are known to be", async () => {
  const { deadlines } = await answerOf(hub, "deadlines-late");
  expect(deadlines.nodes.map(({ territory, dueOn, state, owners }: any) => [territory.name, dueOn, state, owners])).toEqual([
    ["Département de démonstration", "2026-06-01", "LATE", ["PREFECT"]],
    ["Département de démonstration", "2026-07-01", "LATE", ["CAF"]],
  ]);
  expect((await answerOf(hub, "deadlines-late", { includeDemonstration: false })).deadlines.totalCount).toBe(0);
});

test("the six deadlines of ZZ in 2026, seen in July: the plan was nine days late, the synthesis on its day", async () => {
  const of = async (variables = {}) => (await answerOf(hub, "deadlines-of-department", variables)).territory.deadlines;
  expect((await of()).map(({ code, dueOn, state, doneOn }: any) => [code, dueOn, state, doneOn])).toEqual([
    ["INSPECTION_PLAN", "2026-01-31", "DONE_LATE", "2026-02-09"],
    ["ANNUAL_SYNTHESIS", "2026-02-01", "DONE", "2026-02-01"],
    ["ANNEX_1", "2026-03-31", "DONE", "2026-03-27"],
    ["SEAT_REPLACEMENT", "2026-06-01", "LATE", null],
    ["ANNEX_2", "2026-07-01", "LATE", null],
    ["NATIONAL_RETURN", "2026-12-01", "UPCOMING", null],
  ]);
  const before = await of({ asOf: "2026-02-01", states: ["LATE", "DUE"] });
  expect(before.map(({ code, state }: any) => [code, state])).toEqual([["INSPECTION_PLAN", "LATE"]]);
});

test("the hub says nothing of what Hauts-de-Seine has done: it sends no documents", async () => {
  const { deadlines } = (await answerOf(hub, "deadlines-of-department", { department: "92" })).territory;
  expect(deadlines.map(({ dueOn, state }: any) => [dueOn, state])).toEqual([
    ["2026-01-31", "UNKNOWN"],
    ["2026-02-01", "UNKNOWN"],
    ["2026-03-31", "UNKNOWN"],
    ["2026-07-01", "UNKNOWN"],
    ["2026-09-30", "UPCOMING"],
    ["2026-12-01", "UPCOMING"],
  ]);
});

test("after the elections of March 2026, 101 departments are due on the 22nd of March 2027, by code, page after page", async () => {
  const { deadlines: first } = await answerOf(hub, "deadlines-after-elections");
  expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([101, true]);
  const { deadlines: last } = await answerOf(hub, "deadlines-after-elections", { after: first.pageInfo.endCursor });
  const all = [...first.nodes, ...last.nodes];
  const departments = jsonRows("node_modules/@etalab/decoupage-administratif/data/departements.json").filter(({ zone }) => zone !== "com");
  const codes = all.map(({ territory }: any) => territory.code);
  expect(codes).toEqual(departments.map(({ code }) => code).toSorted());
  expect(new Set(all.map(({ dueOn, state }: any) => `${dueOn} ${state}`))).toEqual(new Set(["2027-03-22 UPCOMING"]));
});

test("which text each rule comes from and since when: nothing of the decree was due before 2025, nor the plan before 2026", async () => {
  const { indicators, territory } = await answerOf(hub, "legal-watch");
  const catalogue = csvRows("data/national/catalogue_indicateurs_reconstruit.csv").filter(({ annexe }) => annexe === "2");
  expect(indicators.map(({ code }: any) => code)).toEqual(catalogue.map(({ code }) => code));
  expect(indicators[0]).toMatchObject({ code: "T1", legalBasis: "circulaire Cnaf C-2026-090 l.212-221", dueMonthDay: "07-01" });
  const since = (code: string) =>
    territory.deadlines.filter((one: any) => one.code === code).map(({ dueOn, state, inForceFrom }: any) => [dueOn, state, inForceFrom]);
  expect(since("INSPECTION_PLAN")).toEqual([
    ["2024-01-31", "NOT_IN_FORCE", "2026-01-01"],
    ["2025-01-31", "NOT_IN_FORCE", "2026-01-01"],
    ["2026-01-31", "DONE_LATE", "2026-01-01"],
  ]);
  expect(since("ANNUAL_SYNTHESIS")).toEqual([
    ["2024-02-01", "NOT_IN_FORCE", "2025-01-01"],
    ["2025-02-01", "DONE", "2025-01-01"],
    ["2026-02-01", "DONE", "2025-01-01"],
  ]);
  expect(territory.deadlines.find(({ code }: any) => code === "SCHEME_ADOPTION").legalBasis).toBe("D. 214-2 III CASF (code corpus)");
});
