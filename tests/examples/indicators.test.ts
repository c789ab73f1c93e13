import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the three real contradictions: facilities of 93, childminders of 52, home care in Saint-Denis", async () => {
  const told = ({ findings }: any) =>
    findings.map(({ code, message }: any) => [code, ...message.match(/\d[\d\s]*(?= selon)/g).map(number)]);
  const { department, commune } = await answerOf(hub, "contradictions");
  expect([told(department), told(commune)]).toEqual([[["SAME_THING_UNDER_TWO_CODES", 446, 421]], [["SAME_THING_UNDER_TWO_CODES", 35, 54]]]);
  const { department: other } = await answerOf(hub, "contradictions", { department: "52", departmentYear: 2014 });
  expect(told(other)).toEqual([["TWO_PUBLISHERS", 1670, 1706]]);
});
const number = (printed: string) => Number(printed.replaceAll(/\s/g, ""));

test("childminders of all departments in 2023, the greatest first, in two pages and a bit; together 294 926 at least", async () => {
  const pages = [(await answerOf(hub, "indicator-by-department")).indicator.values];
  while (pages.at(-1).pageInfo.hasNextPage)
    pages.push((await answerOf(hub, "indicator-by-department", { after: pages.at(-1).pageInfo.endCursor })).indicator.values);
  const nodes = pages.flatMap((page) => page.nodes);
  expect(pages.map((page) => page.nodes.length)).toEqual([50, 50, 1]);
  const values = nodes.map(({ observation }) => observation.value).filter((value) => value !== null);
  expect(values).toHaveLength(98);
  expect(values).toEqual(values.toSorted((one, other) => other - one));
  const drees = csvRows("data/drees/tab33.csv").filter(({ annee }) => annee === "2023");
  for (const { territory, observation } of nodes.slice(0, 98))
    expect([territory.code, observation.value]).toEqual([
      territory.code,
      Number(drees.find(({ code_departement }) => code_departement === territory.code)!.valeur),
    ]);
  expect(pages[0]).toMatchObject({
    coverage: { transmitted: 98, missing: 3, suppressed: 0 },
    total: { value: 294926, status: "LOWER_BOUND", missingParts: 1 },
    median: 2402,
  });
});

const valuesOf = (values: any[]) =>
  Object.fromEntries(values.map(({ indicator, observation }: any) => [indicator.code, observation.value]));

test.each([
  ["52", { B01: 70.2, A04: 1375, B11: 32, "B11-places": 599, B13: 1061 }],
  ["93", { B01: 39.4, A04: 25215, B11: 406, "B11-places": 14676, B13: 4268 }],
])(
  "all indicators of annex 1 of %s in 2023: twelve are known with their source, the others say that nobody sent them",
  async (department, some) => {
    const { values } = (await answerOf(hub, "indicators-annex-1", { department })).territory;
    const catalogue = csvRows("data/national/catalogue_indicateurs_reconstruit.csv").filter(({ annexe }) => annexe!.startsWith("1"));
    expect(values.map(({ indicator }: any) => indicator.code)).toEqual(catalogue.map(({ code }) => code));
    const known = values.filter(({ observation }: any) => observation.value !== null);
    expect(known).toHaveLength(12);
    expect(valuesOf(known)).toMatchObject(some);
    expect(known.every(({ observation }: any) => observation.source.publisher && observation.status === "PUBLISHED")).toBe(true);
    const births = csvRows("data/insee/naissances_dep_2008-2024.csv").find(({ code }) => code === department)!;
    expect(valuesOf(known).A04).toBe(Number(births["2023"]));
    const missing = values.filter(({ observation }: any) => observation.value === null);
    expect(new Set(missing.map(({ observation }: any) => observation.status))).toEqual(new Set(["NOT_TRANSMITTED"]));
  },
);

test("nothing of annex 2 has come from Haute-Marne for 2025: sixteen are missing; twelve are still missing in ZZ for 2026", async () => {
  const of = async (variables = {}) => (await answerOf(hub, "indicators-annex-2-missing", variables)).territory.values;
  const codes = (values: any[]) => values.map(({ indicator }: any) => indicator.code);
  const catalogue = csvRows("data/national/catalogue_indicateurs_reconstruit.csv").filter(({ annexe }) => annexe === "2");
  const missing = await of();
  expect(codes(missing)).toEqual(catalogue.map(({ code }) => code));
  expect(missing).toHaveLength(16);
  expect(missing[0].indicator).toMatchObject({ code: "T1", producer: "CAF", dueMonthDay: "07-01" });
  expect(codes(await of({ department: "ZZ", year: 2026 }))).toEqual(
    codes(missing).filter((code: string) => !["T1", "T2", "P02", "P02-population-share"].includes(code)),
  );
});

test("the eight targets of ZZ in 2025: five on track, three behind, each with its way from 2024 to 2029", async () => {
  const { values } = (await answerOf(hub, "targets-and-gaps")).territory;
  const sent = csvRows("data/demonstration/targets.csv");
  expect(values.map(({ indicator, target }: any) => [indicator.code, target.value, target.horizon])).toEqual(
    sent.map((row) => [row.indicateur, Number(row.valeur), Number(row.horizon)]),
  );
  for (const [index, { observation, target }] of values.entries()) {
    const [start, end] = [Number(sent[index]!.valeur_depart), Number(sent[index]!.valeur)];
    expect(target.gap).toBeCloseTo(observation.value - end, 6);
    expect(target.expected).toBeCloseTo(start + (end - start) / 5, 6);
    expect(target.onTrack).toBe(observation.value >= target.expected);
    expect(target.trajectory.map(({ year }: any) => year)).toEqual([2024, 2025, 2026, 2027, 2028, 2029]);
  }
  expect(values.filter(({ target }: any) => !target.onTrack).map(({ indicator }: any) => indicator.code)).toEqual(["T2", "T4", "T5"]);
  expect(values[0]).toMatchObject({ observation: { value: 1050 }, target: { expected: 1032.4, gap: -100 } });
});

test("the six EPCI of Haute-Marne under 60 in 2013 are those its scheme calls priorities", async () => {
  const { values } = (await answerOf(hub, "indicator-below")).indicator;
  const priorities = csvRows("data/documents/haute-marne/caf-values-coverage-2013.csv").filter(({ prioritaire }) => prioritaire === "oui");
  expect(values.nodes.map(({ territory }: any) => territory.code).toSorted()).toEqual(
    priorities.map(({ territoire }) => territoire).toSorted(),
  );
  expect(values.totalCount).toBe(6);
  expect(values.nodes[0]).toMatchObject({ territory: { code: "200036358" }, observation: { value: 49.78 } });
});

test("ZZ had fewer than two resource places in 2025, and reaches two in 2026", async () => {
  const below = (year: number) =>
    answerOf(hub, "indicator-below", { code: "T2", level: "DEPARTMENT", within: null, year, below: 2, includeDemonstration: true });
  const { nodes } = (await below(2025)).indicator.values;
  expect(nodes.map(({ territory, observation }: any) => [territory.code, observation.value])).toEqual([["ZZ", 1]]);
  expect((await below(2026)).indicator.values.nodes).toEqual([]);
});

test("Saint-Denis beside its department in 2021: poor children in crèches, children enrolled, as the social portrait prints them", async () => {
  const { territory } = await answerOf(hub, "indicator-in-commune-and-department");
  const printed = csvRows("data/documents/seine-saint-denis/caf-values.csv");
  const at = (level: string) =>
    Object.fromEntries(printed.filter(({ niveau }) => niveau === level).map((row) => [row.indicateur, Number(row.valeur)]));
  const absent = { C05: null, creches: null };
  expect(valuesOf(territory.values)).toEqual({ ...at("COMMUNE"), ...absent });
  expect(valuesOf(territory.parents[0].values)).toEqual({ ...at("DEPARTMENT"), ...absent });
  expect(at("COMMUNE")).toMatchObject({ "poor-children-in-departmental-creches-share": 44.9 });
  const in2023 = await answerOf(hub, "indicator-in-commune-and-department", { year: 2023, indicators: ["creches"] });
  expect([valuesOf(in2023.territory.values), valuesOf(in2023.territory.parents[0].values)]).toEqual([{ creches: 34 }, { creches: 446 }]);
});
