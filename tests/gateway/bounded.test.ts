import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cdsfView } from "../cdsf-view.ts";
import { type Hub, startHub } from "../hub.ts";

const maxCalls = 2;
const maxStatements = 6;

/** What the CDSF view selects of a committee. */
const committeeSelection = cdsfView.slice(cdsfView.indexOf("{", cdsfView.indexOf("committee(")), cdsfView.lastIndexOf("}"));

/** Codes of the law's indicators among values. */
const lawOf = (values: any[]) => values.filter(({ indicator }) => indicator.annex !== "LOCAL").map(({ indicator }) => indicator.code);

/** A page of departments, with that of the demonstration: those after 02. */
const departments = (selection: string) =>
  `departments: territories(level: DEPARTMENT, filter: { kinds: [CURRENT, DEMONSTRATION] }, first: 100, after: "${Buffer.from("02").toString("base64url")}") { nodes { ${selection} } }`;

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
  // The first statements of each subgraph open its connections.
  await hub.query(cdsfView, { department: "52", year: 2025 });
});
afterAll(() => hub.close());

/** Calls and statements that one query costs, each subgraph's, where nothing was read before. */
async function costOf(query: string, variables: object = {}) {
  await hub.growCold();
  hub.takeStatements();
  const { data, errors } = await hub.query(query, variables);
  expect(errors).toBeUndefined();
  return { data, calls: hub.lastCalls(), statements: hub.takeStatements() };
}

/** The subgraphs where a count is above the limit. */
function above(limit: number, counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > limit));
}

test.each(["ZZ", "52"])("the CDSF view of %s costs each subgraph two calls and six statements at most", async (department) => {
  const { calls, statements } = await costOf(cdsfView, { department, year: 2025 });
  expect(Object.keys(calls)).toEqual(expect.arrayContaining(["territories", "cdsf", "indicators", "pmi"]));
  expect(above(maxCalls, calls)).toEqual({});
  expect(above(maxStatements, statements)).toEqual({});
});

test.each([
  ["departments", (selection: string) => departments(`committee ${selection}`), 100],
  ["committees", (selection: string) => `committees ${selection}`, 102],
] as const)("the CDSF view of all %s costs no more than the view of one", async (_, fieldOf, count) => {
  const { data, calls, statements } = await costOf(
    `query($year: Int!, $from: Date! = "2025-01-01", $to: Date! = "2025-12-31") { ${fieldOf(committeeSelection)} }`,
    { year: 2025 },
  );
  const committees = data.committees ?? data.departments.nodes.map(({ committee }: any) => committee);
  expect(committees).toHaveLength(count);
  for (const { department } of committees) expect(new Set(lawOf(department.values)).size).toBe(88);
  expect(above(maxCalls, calls)).toEqual({});
  expect(above(maxStatements, statements)).toEqual({});
});

test("the values of one department cost the same for an indicator of each producer as for all", async () => {
  const { data } = await hub.query("{ indicators { code } }");
  const view = (codes: string) =>
    `{ committee(department: "ZZ") { department { values(years: [2025]${codes}) { indicator { annex code } observation { value } target { gap } } } } }`;
  const valuesOf = ({ data }: { data: any }) => data.committee.department.values;
  const few = await costOf(view(', indicators: ["T1", "T7", "T8", "G03", "B11", "C08", "F03", "A04"]'));
  const all = await costOf(view(`, indicators: ${JSON.stringify(data.indicators.map(({ code }: any) => code))}`));
  const any = await costOf(view(""));
  expect(valuesOf(few)).toHaveLength(8);
  expect(valuesOf(all)).toHaveLength(231);
  expect(lawOf(valuesOf(any))).toHaveLength(88);
  expect([all.calls, any.calls]).toEqual([few.calls, few.calls]);
  expect(all.statements).toEqual(few.statements);
  // Where no code is asked, all that the department has comes by one statement.
  expect(any.statements).toEqual(few.statements);
});

describe("of all departments", () => {
  test.each([
    "legalPopulation { value source { publisher } } municipalPopulation { value source { publisher } }",
    "parents { name parts(level: DEPARTMENT, first: 20) { nodes { name } } }",
    "parts(level: COMMUNE, first: 2) { totalCount nodes { name legalPopulation { value source { publisher } } epci: parents(level: EPCI) { name } department: parents(level: DEPARTMENT) { name } parent: parents(level: COMMUNE) { name } } }",
    'parts(level: EPCI, first: 10) { nodes { name legalPopulation { value source { publisher } } values(indicators: ["B01"]) { observation { value } } agreements(first: 2) { nodes { id source { publisher } } } ruralProgrammes(first: 2) { nodes { id } } } }',
    'parts(level: EPCI, filter: { kinds: [FORMER] }, first: 5) { nodes { name parents(level: DEPARTMENT) { name } municipalPopulation { value } values(indicators: ["caf-beneficiaries", "B01"]) { year } agreements(first: 2) { nodes { id } } } }',
    'values(years: [2023], indicators: ["B11", "B11-places", "B12", "parent-run-creches", "parent-run-creche-places", "B13"]) { indicator { label } observation { value source { publisher } } }',
    "childminderHouses(first: 100) { totalCount nodes { name source { publisher } } }",
    "inspectionPlan(year: 2025) { department { name } source { publisher } objectives { done { value source { publisher } } } review { margins { count { value source { publisher } } } } }",
    "recruitmentNeeds(year: 2025) { occupation { label } territory { name } projects { value source { publisher } } difficult { value } difficultShare { value } seasonal { value } parts { occupation { label } territory { name } within { name } projects { value source { publisher } } } }",
    'values(years: [2022], indicators: ["B01", "B08", "B03", "places-facility-psu", "B05", "places-childminder"]) { indicator { code } observation { value source { publisher } } }',
    'values(indicators: ["caf-beneficiaries"]) { year observation { value source { publisher } } }',
    "agreements(first: 100) { totalCount nodes { source { publisher } holder { name } ruralProgrammes { id } } }",
    "familyServices(first: 100) { totalCount nodes { source { publisher } territory { name } activity { indicator { label unit } observation { value source { publisher } } } } }",
    'values(indicators: ["D04", "D05", "D05-children", "clas-structures", "separations"]) { year indicator { label } observation { value source { publisher } } }',
    'values(indicators: ["BENEFICIARIES", "CHILDREN_UNDER_SIX", "SINGLE_PARENT_FAMILIES"]) { year observation { value source { publisher } } }',
    "msaMeans { label source { publisher } }",
    "ruralProgrammes(first: 100) { totalCount nodes { source { publisher } territories { name } agreement { signedYear } budget { value } state budgetLines { projects { value } } } }",
    'deadlines(from: "2023-01-01", to: "2025-12-31") { code state territory { name } evidence { title source { publisher } sent { to on } } }',
    "documents(first: 10) { nodes { about { name } scheme { title } presentedTo { name } annexes { title source { publisher } } content { isPresent } } }",
    "findings(year: 2023) { code subject message } inspectionPlan(year: 2025) { findings { code message } } committee { findings(year: 2024) { code message } }",
    "committee { meetings(first: 5) { nodes { on body { name } attendance { present } agenda { label documents { title } } decisions { label state } documents { title source { publisher } } } } }",
    "committee { bodies { members { label } source { publisher } } }",
    "committee { schemes { source { publisher } state territories { name } axes { partners { label } objectives { code indicators { label } actions { label steps state progress { on } } } } } }",
    'values(years: [2025], indicators: ["B01", "T7"]) { territory { name } indicator { label source { publisher } } observation { value source { publisher } } }',
    'values(years: [2023], indicators: ["B13", "B01"]) { citation rank { position } revisions { recordedAt source { publisher } } }',
    'values(years: [2023], indicators: ["B13", "B01"]) { observation { value comparability } change(since: 2017) { difference comparability } }',
    'values(years: [2023], indicators: ["B13", "B01"]) { comparisons { with observation { value source { publisher } } } }',
    "values(years: [2023], annex: DIAGNOSIS, status: [PUBLISHED]) { indicator { officialLabel ratio { numerator { label } denominator { label } } } }",
    'values(years: [2023, 2025], indicators: ["T1", "T7", "T8"]) { target { trajectory { value } source { publisher } } }',
  ])("%s costs each subgraph two calls and six statements at most", async (selection) => {
    const { data, calls, statements } = await costOf(`{ ${departments(`code ${selection}`)} }`);
    expect(data.departments.nodes).toHaveLength(100);
    expect(data.departments.nodes.at(-1).code).toBe("ZZ");
    expect(above(maxCalls, calls)).toEqual({});
    expect(above(maxStatements, statements)).toEqual({});
  });
});

test.each([
  [
    "facilities",
    '{ facilities(department: "ZZ", first: 100) { totalCapacity { value } nodes { source { publisher } capacity { value source { publisher } } commune { name } department { name } fundings(year: 2025) { fund amount { value source { publisher } } } } } }',
    (data: any) => data.facilities.nodes,
    50,
  ],
  [
    "recruitmentNeeds",
    '{ recruitmentNeeds(level: EMPLOYMENT_BASIN, occupation: "T2B60", year: 2025, orderBy: DIFFICULT_SHARE_DESC, first: 100) { totalCount nodes { occupation { label } territory { name parents(level: DEPARTMENT) { name } } projects { value source { publisher } } difficultShare { value } parts { within { name } projects { value } } } } }',
    (data: any) => data.recruitmentNeeds.nodes,
    100,
  ],
  [
    "facilities of all France",
    "{ facilities(includeDemonstration: true, first: 100) { known { status } nodes { commune { name parents(level: EPCI) { name } } avip { places } } } }",
    (data: any) => data.facilities.nodes,
    80,
  ],
  [
    "agreements",
    "{ agreements(includeDemonstration: true, first: 100) { known { status } nodes { source { publisher } holder { name parents { name } } ruralProgrammes { id } } } }",
    (data: any) => data.agreements.nodes,
    15,
  ],
  [
    "values ordered by what changed",
    '{ indicator(code: "B08") { values(level: COMMUNE, years: [2022], since: 2017, orderBy: CHANGE_ASC, territories: { populationAbove: 10000 }, first: 100) { coverage { transmitted } total { value } median nodes { territory { name legalPopulation { value } parents(level: EPCI) { name } } observation { value comparability } change(since: 2017) { difference comparability } } } } }',
    (data: any) => data.indicator.values.nodes,
    100,
  ],
  [
    "values of two indicators",
    `{ ${["B01", "T1"].map((code) => `${code}: indicator(code: "${code}") { availability { transmitted } values(level: DEPARTMENT, years: [2025], first: 100) { coverage { transmitted } total { value } median nodes { territory { name } indicator { label } observation { value source { publisher } } } } }`).join(" ")} }`,
    (data: any) => [...data.B01.values.nodes, ...data.T1.values.nodes],
    200,
  ],
] as const)("a page of %s costs each subgraph two calls and six statements at most", async (_, query, rowsOf, rows) => {
  const { data, calls, statements } = await costOf(query);
  expect(rowsOf(data).length).toBeGreaterThanOrEqual(rows);
  expect(above(maxCalls, calls)).toEqual({});
  expect(above(maxStatements, statements)).toEqual({});
});
