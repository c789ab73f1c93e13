import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const register = csvRows("data/demonstration/inspections.csv");
const inYear = (year: number) => register.filter(({ date }) => date!.startsWith(String(year)));
const authorities = (row: Record<string, string>) => row.autorites!.split("|");
const isJoint = (row: Record<string, string>) => authorities(row).includes("CD") && authorities(row).includes("CAF_MSA");

const indicators = `query ($department: ID!, $year: Int!) { committee(department: $department) { department {
  values(years: [$year], indicators: ["T7", "T8", "G01", "G03", "G04"]) {
    indicator { code } observation { value status computedBy source { demonstration } }
  }
} } }`;

async function observed(department: string, year: number): Promise<Record<string, any>> {
  const { data } = await hub.query(indicators, { department, year });
  return Object.fromEntries(data.committee.department.values.map(({ indicator, observation }: any) => [indicator.code, observation]));
}

test("T7 and T8 of ZZ in 2025 are 5 and 45, counted from the register", async () => {
  const eaje = inYear(2025).filter(({ mode }) => mode === "EAJE");
  const joint = eaje.filter(isJoint).length;
  const byDepartment = eaje.filter((row) => authorities(row).includes("CD")).length;
  const { T7, T8 } = await observed("ZZ", 2025);
  expect([joint, byDepartment]).toEqual([5, 45]);
  expect(T7).toEqual({
    value: joint,
    status: "PUBLISHED",
    computedBy: expect.stringContaining("registre des inspections"),
    source: { demonstration: true },
  });
  expect(T8).toEqual({
    value: byDepartment,
    status: "PUBLISHED",
    computedBy: expect.stringContaining("registre des inspections"),
    source: { demonstration: true },
  });
});

test("a year whose plan is not published has no number: it would tell what the plan holds", async () => {
  const absent = { value: null, status: "NOT_TRANSMITTED", computedBy: null, source: null };
  expect(await observed("ZZ", 2026)).toEqual({ T7: absent, T8: absent, G01: absent, G03: absent, G04: absent });
});

test("once it is, the year under way is provisional, and the other derived indicators follow the register too", async () => {
  const plans = csvRows("data/demonstration/inspection-plans.csv").map((row) =>
    row.annee === "2026" ? { ...row, statut: "PUBLISHED", publie_le: "2026-03-02" } : row,
  );
  expect((await importRows(hub.databaseUrl, ["pmi", "inspection-plans"], plans)).rejected).toEqual([]);
  const eaje = (year: number) => inYear(year).filter(({ mode }) => mode === "EAJE");
  const decisions = (year: number) =>
    inYear(year)
      .flatMap(({ suites }) => suites!.split("|"))
      .filter((nature) => /^(INJUNCTION|PARTIAL_CLOSURE|TOTAL_CLOSURE)$/.test(nature));
  for (const [year, status] of [
    [2025, "PUBLISHED"],
    [2026, "PROVISIONAL"],
  ] as const) {
    const found = await observed("ZZ", year);
    expect(found.T8).toMatchObject({ value: eaje(year).filter((row) => authorities(row).includes("CD")).length, status });
    expect(found.G01).toMatchObject({ value: new Set(eaje(year).map(({ etablissement }) => etablissement)).size, status });
    expect(found.G03).toMatchObject(year === 2025 ? { value: decisions(year).length, status } : { value: null, status: "NOT_TRANSMITTED" });
    expect(found.G04).toMatchObject({
      value: inYear(year).filter((row) => row.mode === "CHILDMINDER" && authorities(row).includes("CD")).length,
      status,
    });
  }
});

test.each(["52", "92", "93"])("department %s, without a register, has no T7 and T8, which is not zero", async (department) => {
  const { T7, T8 } = await observed(department, 2025);
  expect(T7).toEqual({ value: null, status: "NOT_TRANSMITTED", computedBy: null, source: null });
  expect(T8).toEqual({ value: null, status: "NOT_TRANSMITTED", computedBy: null, source: null });
});

test("each objective of the plan says how many of its controls the register holds", async () => {
  const { data } = await hub.query(
    `{ inspectionPlan(department: "ZZ", year: 2025) { objectives { mode category authority controlKind planned done { value status } attainment } } }`,
  );
  const authority = (row: Record<string, string>) => (isJoint(row) ? "CD_CAF" : row.autorites === "ETAT" ? "STATE" : row.autorites);
  const expected = csvRows("data/demonstration/inspection-objectives.csv")
    .filter(({ annee }) => annee === "2025")
    .map(({ mode, categorie, autorite, type_controle, objectif }) => {
      const planned = Number(objectif);
      const wanted = autorite === "ETAT" ? "STATE" : autorite;
      const done = inYear(2025).filter(
        (row) =>
          row.mode === mode &&
          (!categorie || row.categorie === categorie) &&
          authority(row) === wanted &&
          row.type_controle === type_controle,
      ).length;
      return {
        mode,
        category: categorie || null,
        authority: wanted,
        controlKind: type_controle,
        planned,
        ...(categorie && type_controle === "INJUNCTION_FOLLOW_UP"
          ? { done: { value: null, status: "SUPPRESSED" }, attainment: null }
          : { done: { value: done, status: "PUBLISHED" }, attainment: Math.round((done / planned) * 1000) / 10 }),
      };
    });
  expect(data.inspectionPlan.objectives).toEqual(expected);
});

test("the review counts controls by authority, mode or category, and what they led to by nature, as the register has them; nothing crosses two of them", async () => {
  const { data } = await hub.query(
    '{ inspectionPlan(department: "ZZ", year: 2025) { review { margins { dimension code label indicator count { value status unit } } } } }',
  );
  const { margins } = data.inspectionPlan.review;
  const rows = inYear(2025);
  const authority = (row: Record<string, string>) => (isJoint(row) ? "CD_CAF" : row.autorites === "ETAT" ? "STATE" : row.autorites);
  const countOf: Record<string, (code: string) => number> = {
    AUTHORITY: (code) => rows.filter((row) => authority(row) === code).length,
    MODE: (code) => rows.filter(({ mode }) => mode === code).length,
    CATEGORY: (code) => rows.filter(({ categorie }) => categorie === code).length,
    FOLLOW_UP: (code) => rows.flatMap(({ suites }) => suites!.split("|")).filter((nature) => nature === code).length,
    NON_COMPLIANCE: (code) =>
      rows
        .flatMap(({ non_conformites }) => non_conformites!.split("|"))
        .filter((found) => found.startsWith(`${code}:`))
        .reduce((sum, found) => sum + Number(found.split(":")[1]), 0),
  };
  expect(margins).toHaveLength(24);
  for (const { dimension, code, label, count } of margins) {
    expect(count, code).toMatchObject({ value: countOf[dimension]!(code), status: "PUBLISHED" });
    expect(label).toMatch(/\S/);
  }
  expect(margins.filter(({ count }: any) => count.value === 0).length).toBeGreaterThan(0);
  // The same numbers are values, for who compares departments.
  const values = await Promise.all(
    margins.map(async ({ indicator }: any) => {
      const found = await hub.query("query ($id: ID!) { value(id: $id) { observation { value status unit } } }", {
        id: `${indicator}:DEPARTMENT:ZZ:2025`,
      });
      return found.data.value.observation;
    }),
  );
  expect(values).toEqual(margins.map(({ count }: any) => count));
});

test("before the review is published nothing of it is public: no count of an objective, no margin, no value", async () => {
  const plans = csvRows("data/demonstration/inspection-plans.csv").map((row) =>
    row.annee === "2026" ? { ...row, statut: "PUBLISHED", publie_le: "2026-03-02" } : row,
  );
  expect((await importRows(hub.databaseUrl, ["pmi", "inspection-plans"], plans)).rejected).toEqual([]);
  const { data } = await hub.query(`{
    inspectionPlan(department: "ZZ", year: 2026) { objectives { planned done { value status } attainment } review { margins { code } } }
    value(id: "follow-ups-injunction:DEPARTMENT:ZZ:2026") { observation { status } }
  }`);
  const { objectives, review } = data.inspectionPlan;
  expect(objectives.length).toBeGreaterThan(5);
  for (const { done, attainment } of objectives) expect([done, attainment]).toEqual([{ value: null, status: "SUPPRESSED" }, null]);
  expect([review, data.value.observation.status]).toEqual([null, "NOT_TRANSMITTED"]);
});
