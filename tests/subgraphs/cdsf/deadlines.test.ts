import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const fields = "code label subject dueOn dueOnIsExact state doneOn owners printedOwner legalBasis inForceFrom evidence { id kind }";

async function deadlines(department: string, year: number, more = ""): Promise<any[]> {
  const { data } = await hub.query(
    `query ($department: ID!, $from: Date!, $to: Date!) {
       territory(level: DEPARTMENT, code: $department) { deadlines(from: $from, to: $to${more}) { ${fields} } } }`,
    { department, from: `${year}-01-01`, to: `${year}-12-31` },
  );
  return data.territory.deadlines;
}

const dates = (list: any[]) => list.map(({ code, dueOn }) => [code, dueOn]);
const states = (list: any[]) => Object.fromEntries(list.map(({ code, state, doneOn }) => [code, [state, doneOn]]));

test("the five deadlines of the calendar fall on their legal day, with owner and legal basis as printed", async () => {
  const printed = csvRows("data/national/echeances.csv").slice(0, 5);
  const list = (await deadlines("92", 2027)).filter(({ subject }) => subject === "année 2027");
  expect(dates(list)).toEqual([
    ["INSPECTION_PLAN", "2027-01-31"],
    ["ANNUAL_SYNTHESIS", "2027-02-01"],
    ["ANNEX_1", "2027-03-31"],
    ["ANNEX_2", "2027-07-01"],
    ["NATIONAL_RETURN", "2027-12-01"],
  ]);
  expect(list.map(({ label, printedOwner, legalBasis }) => [label, printedOwner, legalBasis])).toEqual(
    printed.map(({ objet, acteur, base }) => [objet, acteur, base]),
  );
  expect(list.map(({ owners }) => owners)).toEqual([["PREFECT", "CD"], ["CDSF"], ["CNAF"], ["CAF"], ["CNAF"]]);
});

test("the evaluation report is due three months before a scheme ends: 30 September 2019 for Haute-Marne", async () => {
  const due = (await deadlines("52", 2019)).find(({ code }) => code === "EVALUATION_REPORT");
  expect(due).toMatchObject({ dueOn: "2019-09-30", state: "UNKNOWN", subject: "schéma 2016-2019" });
  expect(dates(await deadlines("52", 2018))).not.toContainEqual(["EVALUATION_REPORT", expect.anything()]);
  expect(dates(await deadlines("ZZ", 2029))).toContainEqual(["EVALUATION_REPORT", "2029-09-30"]);
});

test("after the elections of March 2026 every department is to adopt a scheme by 22 March 2027", async () => {
  const { data } = await hub.query(
    '{ deadlines(from: "2027-01-01", to: "2027-12-31", codes: ["SCHEME_AFTER_ELECTIONS"], first: 100) { totalCount nodes { dueOn subject } } }',
  );
  expect(data.deadlines.totalCount).toBe((await hub.query("{ committees { id } }")).data.committees.length - 1); // without ZZ
  expect(new Set(data.deadlines.nodes.map(({ dueOn }: any) => dueOn))).toEqual(new Set(["2027-03-22"]));
  expect(data.deadlines.nodes[0].subject).toBe("élections municipales de 2026");
});

test("a past deadline nobody tells of is unknown: neither held nor missed", async () => {
  for (const department of ["52", "92", "93"]) {
    const past = (await deadlines(department, 2025, ', asOf: "2026-01-01"')).map(({ state }) => state);
    expect(new Set(past)).toEqual(new Set(["NOT_IN_FORCE", "UNKNOWN"]));
  }
});

test("ZZ's deadlines are done, done late or late, after its documents and its schemes, each with its proof", async () => {
  const in2025 = await deadlines("ZZ", 2025);
  expect(states(in2025)).toEqual({
    AUTHORITY_SCHEME_TRANSMISSION: ["DONE_LATE", "2025-06-02"],
    SEAT_REPLACEMENT: ["DONE", "2025-11-10"],
    INSPECTION_PLAN: ["NOT_IN_FORCE", null],
    ANNUAL_SYNTHESIS: ["DONE", "2025-01-30"],
    ANNEX_1: ["DONE", "2025-03-28"],
    ANNEX_2: ["DONE", "2025-06-26"],
    NATIONAL_RETURN: ["DONE", "2025-11-27"],
  });
  expect(in2025.find(({ code }) => code === "ANNUAL_SYNTHESIS").evidence).toEqual({ id: "ZZ-synthese-2024", kind: "SYNTHESIS" });
  expect(states(await deadlines("ZZ", 2026, ', asOf: "2026-07-02"'))).toEqual({
    INSPECTION_PLAN: ["DONE_LATE", "2026-02-09"],
    ANNUAL_SYNTHESIS: ["DONE", "2026-02-01"],
    ANNEX_1: ["DONE", "2026-03-27"],
    ANNEX_2: ["LATE", null],
    NATIONAL_RETURN: ["UPCOMING", null],
    SEAT_REPLACEMENT: ["LATE", null],
  });
  expect(states(await deadlines("ZZ", 2024))).toMatchObject({
    SCHEME_TRANSMISSION: ["DONE", "2024-01-10"],
    SCHEME_ADOPTION: ["DONE", "2023-12-14"],
  });
  expect(states(await deadlines("ZZ", 2023))).toMatchObject({ EVALUATION_REPORT: ["DONE_LATE", "2023-10-05"] });
});

test("at any day: what was done after it was not yet, nor proved", async () => {
  const [plan] = await deadlines("ZZ", 2026, ', asOf: "2026-02-08"');
  expect(plan).toMatchObject({ code: "INSPECTION_PLAN", state: "LATE", doneOn: null, evidence: null });
  const [due] = await deadlines("ZZ", 2026, ', asOf: "2026-01-31"');
  expect(due).toMatchObject({ state: "DUE" });
});

test("nothing is due before its rule: no plan before 2026, no indicator before 2025", async () => {
  const inForce = async (year: number) =>
    (await deadlines("92", year, ', states: [UPCOMING, DUE, LATE, DONE, DONE_LATE, UNKNOWN], asOf: "2028-01-01"'))
      .filter(({ subject }) => subject === `année ${year}`)
      .map(({ code }) => code);
  expect(await inForce(2024)).toEqual([]);
  expect(await inForce(2025)).toEqual(["ANNUAL_SYNTHESIS", "ANNEX_1", "ANNEX_2", "NATIONAL_RETURN"]);
  expect(await inForce(2026)).toEqual(["INSPECTION_PLAN", "ANNUAL_SYNTHESIS", "ANNEX_1", "ANNEX_2", "NATIONAL_RETURN"]);
  expect(await deadlines("92", 2026)).toContainEqual(expect.objectContaining({ code: "INSPECTION_PLAN", inForceFrom: "2026-01-01" }));
});

describe("the national list", () => {
  const list = async (args: string) =>
    await hub.query(
      `{ deadlines(${args}) { totalCount nodes { code dueOn state territory { code name } } pageInfo { hasNextPage endCursor } } }`,
    );

  test("tells what is late, without the demonstration unless it is asked for", async () => {
    const late = 'from: "2026-01-01", to: "2026-12-31", states: [LATE], asOf: "2026-07-02", first: 10';
    expect((await list(late)).data.deadlines).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await list(`${late}, includeDemonstration: true`)).data.deadlines.nodes).toEqual([
      { code: "SEAT_REPLACEMENT", dueOn: "2026-06-01", state: "LATE", territory: { code: "ZZ", name: "Département de démonstration" } },
      { code: "ANNEX_2", dueOn: "2026-07-01", state: "LATE", territory: { code: "ZZ", name: "Département de démonstration" } },
    ]);
  });

  test("goes page by page, by day and department, and loses none", async () => {
    const seen: string[] = [];
    let after = "";
    for (let pages = 0; pages < 20; pages++) {
      const { deadlines } = (await list(`from: "2026-01-01", to: "2026-12-31", first: 100${after}`)).data;
      seen.push(...deadlines.nodes.map(({ code, dueOn, territory }: any) => `${dueOn} ${territory.code} ${code}`));
      after = `, after: "${deadlines.pageInfo.endCursor}"`;
      if (!deadlines.pageInfo.hasNextPage) {
        expect(seen).toHaveLength(deadlines.totalCount);
        break;
      }
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(seen.toSorted());
    expect(seen.length).toBeGreaterThanOrEqual(500);
  });

  test("is asked of the cdsf by two statements, whatever the departments", async () => {
    hub.takeStatements();
    await hub.query('{ deadlines(from: "2024-01-01", to: "2026-12-30", first: 1) { nodes { code } } }');
    expect(hub.takeStatements().cdsf).toBeLessThanOrEqual(2);
  });

  test.each([
    ['from: "2026-12-31", to: "2026-01-01"', "« to » (2026-01-01) précède « from » (2026-12-31)."],
    ['from: "2020-01-01", to: "2026-01-01"', "« to » doit suivre « from » de trois ans au plus."],
  ])("refuses %s", async (args, message) => {
    expect((await list(`${args}, first: 1`)).errors).toMatchObject([{ message, extensions: { code: "BAD_ARGUMENT" } }]);
  });
});

test("a territory of another level has no deadlines", async () => {
  const { data } = await hub.query(
    '{ territory(level: COMMUNE, code: "52121") { deadlines(from: "2026-01-01", to: "2026-12-31") { code } } }',
  );
  expect(data.territory.deadlines).toBeNull();
});
