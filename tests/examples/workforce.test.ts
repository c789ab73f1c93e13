import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("recruitment in Haute-Marne in 2025: the masked basin makes the department a lower bound, and its share is not told", async () => {
  const { territory, recruitmentNeeds } = await answerOf(hub, "recruitment-needs");
  const need = territory.recruitmentNeeds.find(({ occupation }: any) => occupation.fap === "T2B60");
  expect(need.projects).toMatchObject({ value: 161, status: "LOWER_BOUND", missingParts: 1 });
  const shares = recruitmentNeeds.nodes.map(({ difficultShare }: any) => difficultShare.value);
  expect([recruitmentNeeds.totalCount, shares.length, recruitmentNeeds.pageInfo.hasNextPage]).toEqual([354, 100, true]);
  expect(shares).toEqual(shares.toSorted((one: number, other: number) => other - one));
  expect([shares[0], shares.at(-1)]).toEqual([100, 79.1]);
  for (const { difficultShare: share } of recruitmentNeeds.nodes)
    expect(share.value).toBe(Math.round((1000 * share.numerator) / share.denominator) / 10);
});

test("every project of childminders is hard in Chaumont, 99 % in Saint-Dizier; Langres is masked", async () => {
  const of = async (variables = {}) => (await answerOf(hub, "recruitment-by-basin", variables)).territory.recruitmentNeeds[0];
  const basins = ({ parts }: any) =>
    parts.map(({ territory, projects, difficultShare }: any) => [territory.code, projects.value, difficultShare.value]);
  const need = await of();
  expect(basins(need)).toEqual([
    ["4418", 60, 100],
    ["4419", null, null],
    ["4420", 101, 99],
  ]);
  expect(need.difficultShare.status).toBe("SUPPRESSED");
  const other = await of({ department: "93" });
  expect(other.difficultShare).toEqual({ value: 50.1, status: "PUBLISHED", numerator: 242, denominator: 483 });
  expect(basins(other).map(([, projects, share]: any) => [projects, share])).toEqual([
    [70, 28.6],
    [78, 30.8],
    [284, 60.9],
    [51, 49],
  ]);
});

test("staff missing in crèches of ZZ: 21.4 posts in 2024; in 2025 too few answered, and the graph says so five times", async () => {
  const { values } = (await answerOf(hub, "staffing-need")).territory;
  const of = (wanted: number) => values.filter(({ year }: any) => year === wanted);
  expect(of(2024).map(({ indicator, observation }: any) => [indicator.code, observation.value])).toEqual([
    ["E01", 21.4],
    ["E01-share", 7.6],
    ["E02", 9.2],
    ["E02-share", 3.3],
    ["E03", 34],
  ]);
  expect(of(2025)).toHaveLength(5);
  for (const { observation } of of(2025))
    expect(observation).toMatchObject({ value: null, status: "INSUFFICIENT_RESPONSE", notes: [expect.stringContaining("31 %")] });
});

test("twelve communes of Seine-Saint-Denis have under 30 places for 100 children: Drancy has 6 570 job seekers", async () => {
  const { values } = (await answerOf(hub, "jobseekers-and-coverage")).indicator;
  const little = csvRows("data/caf/txcouv_pe_com_2017-2022.csv")
    .filter((row) => row.date_reference === "2022" && row.numero_departement === "93" && Number(row.taux_de_couv_global) < 30)
    .map((row) => [row.numero_commune, Number(row.taux_de_couv_global)] as const);
  const seekers = csvRows("data/france-travail/demandeurs_emploi_communes_93_2015-2024.csv");
  const poor = csvRows("data/caf/s_ben_com_f_93_2020-2024.csv").filter(({ dtreffre }) => dtreffre === "2022-12");
  const found = values.nodes.map(({ territory, observation }: any) => [territory.code, observation.value]);
  expect(found.toSorted()).toEqual(little.toSorted());
  expect(found).toHaveLength(12);
  for (const { territory } of values.nodes) {
    const of = Object.fromEntries(territory.values.map(({ indicator, observation }: any) => [indicator.code, observation.value]));
    const households = poor.find(({ numcomdo }) => numcomdo === territory.code)?.indfoy_rsa;
    const people = seekers.find(({ code_commune }) => code_commune === territory.code)?.["2022"];
    // Pierrefitte-sur-Seine, since merged, is in the file of rates alone.
    if (territory.code === "93059")
      expect([households, people, of["rsa-households"], of["job-seekers"]]).toEqual([undefined, undefined, null, null]);
    else expect([of["rsa-households"], of["job-seekers"]]).toEqual([Number(households), Number(people)]);
  }
  const drancy = values.nodes.find(({ territory }: any) => territory.name === "Drancy").territory.values;
  expect(drancy.map(({ indicator, observation }: any) => [indicator.code, observation.value])).toEqual([
    ["B08", 818],
    ["rsa-households", 4430],
    ["job-seekers", 6570],
  ]);
  expect(found.slice(0, 2)).toEqual([
    ["93007", 18.3],
    ["93027", 21.3],
  ]);
});
