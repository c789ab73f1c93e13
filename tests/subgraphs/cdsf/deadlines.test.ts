import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function deadlines(department: string, year: number): Promise<any[]> {
  const { data } = await hub.query(
    `query ($department: ID!, $year: Int!) { committee(department: $department) { deadlines(year: $year) { code label dueOn state doneOn owner legalBasis } } }`,
    { department, year },
  );
  return data.committee.deadlines;
}

const dates = (list: any[]) => list.map(({ code, dueOn }) => [code, dueOn]);

test("the five deadlines of the calendar fall on their legal day, with owner and legal basis as printed", async () => {
  const printed = csvRows("data/national/echeances.csv").slice(0, 5);
  const list = await deadlines("92", 2027);
  expect(dates(list)).toEqual([
    ["INSPECTION_PLAN", "2027-01-31"],
    ["ANNUAL_SYNTHESIS", "2027-02-01"],
    ["ANNEX_1", "2027-03-31"],
    ["ANNEX_2", "2027-07-01"],
    ["NATIONAL_RETURN", "2027-12-01"],
  ]);
  expect(list.map(({ label, owner, legalBasis }) => [label, owner, legalBasis])).toEqual(
    printed.map(({ objet, acteur, base }) => [objet, acteur, base]),
  );
});

test("the evaluation report is due three months before a scheme ends: 30 September 2019 for Haute-Marne", async () => {
  expect(dates(await deadlines("52", 2019))).toContainEqual(["EVALUATION_REPORT", "2019-09-30"]);
  expect(dates(await deadlines("52", 2018))).not.toContainEqual(["EVALUATION_REPORT", expect.anything()]);
  expect(dates(await deadlines("ZZ", 2029))).toContainEqual(["EVALUATION_REPORT", "2029-09-30"]);
});

test("a scheme is due one month after its adoption", async () => {
  expect(dates(await deadlines("ZZ", 2024))).toContainEqual(["SCHEME_TRANSMISSION", "2024-01-14"]);
});

test("a past deadline nobody spoke of is unknown: neither held nor missed", async () => {
  for (const department of ["52", "92", "93"])
    expect(new Set((await deadlines(department, 2025)).map(({ state }) => state))).toEqual(new Set(["UNKNOWN"]));
});

test("ZZ's deadlines are done, done late or overdue, after what its secretariat declared", async () => {
  const said = csvRows("data/demonstration/milestones.csv");
  const state = (list: any[]) => Object.fromEntries(list.map(({ code, state, doneOn }) => [code, [state, doneOn]]));
  const in2025 = said.filter(({ annee, echeance }) => annee === "2025" && echeance !== "INSPECTION_PLAN");
  expect(state(await deadlines("ZZ", 2025))).toEqual(
    Object.fromEntries(in2025.map(({ echeance, fait_le }) => [echeance, ["DONE", fait_le]])),
  );
  expect(state(await deadlines("ZZ", 2026))).toMatchObject({
    INSPECTION_PLAN: ["DONE_LATE", "2026-02-09"],
    ANNUAL_SYNTHESIS: ["DONE", "2026-02-01"],
    ANNEX_2: ["OVERDUE", null],
  });
});

test("nothing is due before its rule: no plan before 2026, no indicator before 2025", async () => {
  const codes = async (year: number) => (await deadlines("92", year)).map(({ code }) => code);
  expect(await codes(2024)).toEqual([]);
  expect(await codes(2025)).toEqual(["ANNUAL_SYNTHESIS", "ANNEX_1", "ANNEX_2", "NATIONAL_RETURN"]);
  expect(await codes(2026)).toEqual(["INSPECTION_PLAN", "ANNUAL_SYNTHESIS", "ANNEX_1", "ANNEX_2", "NATIONAL_RETURN"]);
  const { data } = await hub.query('{ committee(department: "92") { deadlines(year: 2026) { code inForceFrom } } }');
  expect(data.committee.deadlines).toContainEqual({ code: "INSPECTION_PLAN", inForceFrom: "2026-01-01" });
});
