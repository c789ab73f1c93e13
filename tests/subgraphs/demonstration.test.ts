import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({ limits: { maxCost: 400_000 } });
});
afterAll(() => hub.close());

const source = "source { publisher demonstration }";

/** Everything the graph says of a department, with the source of each thing that has one. */
const whole = `query ($department: ID!, $year: Int!, $startYear: Int!) {
  department: territory(level: DEPARTMENT, code: $department) {
    ...t
    parents { ...t }
    communes: parts(level: COMMUNE, first: 100) {
      totalCount nodes { ...t values { observation { ...o } } agreements(first: 10) { nodes { ${source} } } }
    }
    epcis: parts(level: EPCI, first: 10) { totalCount nodes {
      ...t values { observation { ...o } } agreements(first: 10) { nodes { ${source} } } ruralProgrammes(first: 10) { nodes { ${source} } }
    } }
    formerEpcis: parts(level: EPCI, filter: { kinds: [FORMER] }, first: 15) {
      nodes { ...t values { observation { ...o } } }
    }
    employmentBasins: parts(level: EMPLOYMENT_BASIN, first: 20) { totalCount nodes { ...t } }
    values { observation { ...o } }
    agreements(first: 30) { totalCount nodes { ${source} } }
    familyServices(first: 40) { totalCount nodes { ${source} activity { observation { ...o } } } }
    recruitmentNeeds(year: $year) { projects { ...o } difficult { ...o } difficultShare { ...o } seasonal { ...o } parts { projects { ...o } } }
    msaMeans { ${source} }
    ruralProgrammes(first: 20) { totalCount nodes { ${source} budget { ...o } budgetLines { projects { ...o } amount { ...o } } } }
    childminderHouses(first: 20) { nodes { ${source} } }
  }
  committee(department: $department) {
    bodies { ${source} }
    events { ${source} }
    department { values(years: [$year]) { indicator { producer } observation { ...o } target { ${source} } } }
    inspectionPlan(year: $year) { ${source} objectives { done { ...o } } review { margins { count { ...o } } } }
  }
  nextPlan: inspectionPlan(department: $department, year: 2026) { ${source} objectives { done { ...o } } }
  scheme(department: $department, startYear: $startYear) { ${source} }
  in2015: facilities(department: $department, activeOn: "2015-12-31", first: 100) { nodes { ${source} capacity { ...o } } }
  in2026: facilities(department: $department, activeOn: "2026-09-30", first: 100) {
    totalCapacity { ...o } nodes { id ${source} capacity { ...o } fundings { amount { ...o } quantity { ...o } } }
  }
}
fragment t on Territory { ${source} legalPopulation { ...o } municipalPopulation { ...o } }
fragment o on Observation { status value ${source} }`;

async function wholeOf(department: string): Promise<any> {
  const startYear = { "52": 2016, "92": 2022, "93": 2024, ZZ: 2024 }[department];
  const { data, errors } = await hub.query(whole, { department, year: 2025, startYear });
  expect(errors).toBeUndefined();
  return data;
}

/** Every object of an answer, whatever its depth. */
function* objectsIn(value: any): Iterable<any> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const inner of Object.values(value)) yield* objectsIn(inner);
}

test.each([
  ["ZZ", true, 500],
  ["52", false, 100],
  ["92", false, 500],
  ["93", false, 500],
])("every source that department %s carries is marked as demonstration: %s", async (department, demonstration, atLeast) => {
  const objects = [...objectsIn(await wholeOf(department))];
  const sources = objects.filter((object) => "demonstration" in object);
  expect(sources.length).toBeGreaterThan(atLeast);
  expect(new Set(sources.map((source) => source.demonstration))).toEqual(new Set([demonstration]));
  expect(sources.filter(({ publisher }) => /Démonstration/.test(publisher) !== demonstration)).toEqual([]);
  const published = objects.filter((object) => "status" in object && object.value !== null);
  expect(published.filter(({ source }) => source === null)).toEqual([]);
});

test("ZZ shows every part of the view: 3 EPCI, 40 communes, 60 facilities, two years of inspections", async () => {
  const { department, committee, nextPlan, scheme, in2026 } = await wholeOf("ZZ");
  expect([department.epcis.totalCount, department.communes.totalCount]).toEqual([3, 40]);
  const facilities = csvRows("data/demonstration/facilities.csv");
  expect(facilities).toHaveLength(60);
  expect(in2026.nodes.map(({ id }: any) => id)).toEqual(facilities.filter(({ ferme_le }) => ferme_le === "").map(({ id }) => id));
  expect(committee.inspectionPlan.objectives.length).toBeGreaterThan(5);
  expect(committee.inspectionPlan.review.margins.length).toBe(24);
  expect(nextPlan, "adopted, not yet published").toBeNull();
  expect(scheme).not.toBeNull();
  for (const part of ["agreements", "familyServices", "ruralProgrammes"]) expect(department[part].totalCount, part).toBeGreaterThan(3);
  expect(department.recruitmentNeeds.filter(({ projects }: any) => projects.value !== null).length).toBeGreaterThan(3);
  expect(committee.bodies.length).toBeGreaterThan(1);
  expect(committee.department.values.filter(({ target }: any) => target)).toHaveLength(8);
});

test("every producer of the catalogue has values for ZZ, and each kind of absence is shown", async () => {
  const { values } = (await wholeOf("ZZ")).committee.department;
  const valued = values.filter(({ observation }: any) => observation.value !== null);
  expect(new Set(valued.map(({ indicator }: any) => indicator.producer))).toEqual(
    new Set(values.map(({ indicator }: any) => indicator.producer)),
  );
  const absences = values.filter(({ observation }: any) => observation.value === null).map(({ observation }: any) => observation.status);
  expect(new Set(absences)).toEqual(new Set(["NOT_TRANSMITTED", "NOT_APPLICABLE", "INSUFFICIENT_RESPONSE", "SUPPRESSED"]));
});

test.each([2024, 2025, 2026])("every indicator of the catalogue has a value or a typed absence for ZZ in %i", async (year) => {
  const { data } = await hub.query(
    `query ($year: Int!) { committee(department: "ZZ") { department { values(years: [$year]) { indicator { code annex } observation { value status } } } } }`,
    { year },
  );
  const { values } = data.committee.department;
  expect(values.filter(({ indicator }: any) => indicator.annex !== "LOCAL")).toHaveLength(88);
  for (const { indicator, observation } of values) {
    const isAbsent = ["NOT_TRANSMITTED", "NOT_APPLICABLE", "INSUFFICIENT_RESPONSE", "SUPPRESSED"].includes(observation.status);
    expect(observation.value === null, indicator.code).toBe(isAbsent);
  }
});
