import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";
import { everyPage } from "./pages.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const commune = (code: string, rest: string, on?: string) =>
  `territory(level: COMMUNE, code: "${code}"${on ? `, on: "${on}"` : ""}) { id name kind validFrom validTo ${rest} }`;

test.each([
  ["93059", "93066", "2024-12-31"],
  ["69152", "69149", "2023-12-31"],
  ["49069", "49126", "2024-12-31"],
])("commune %s leads to %s, which says so; what it was until %s is there on that day", async (old, now, lastDay) => {
  const { data } = await hub.query(`{
    now: ${commune(old, "predecessors { id } coverage(year: 2022) { mode }")}
    then: ${commune(old, "successors { id } coverage(year: 2022) { mode rate { value } }", lastDay)}
    later: ${commune(old, "", "2025-06-01")}
  }`);
  expect(data.now).toMatchObject({
    id: `COMMUNE:${now}`,
    kind: "CURRENT",
    predecessors: expect.arrayContaining([{ id: `COMMUNE:${old}` }]),
  });
  expect(data.then).toMatchObject({ id: `COMMUNE:${old}`, kind: "FORMER", validTo: lastDay, successors: [{ id: `COMMUNE:${now}` }] });
  expect(data.then.coverage).toContainEqual({ mode: "TOTAL", rate: { value: expect.any(Number) } });
  expect(data.later.id).toBe(`COMMUNE:${now}`);
});

test("a commune that was restored has its new first day, one that was split its several successors", async () => {
  const { data } = await hub.query(`{
    restored: ${commune("27676", "predecessors { id }")}
    split: ${commune("50015", "successors { id }")}
  }`);
  expect(data.restored).toMatchObject({ kind: "CURRENT", validTo: null });
  expect(data.restored.validFrom > "2020-01-01").toBe(true);
});

test("every code that the events give up is a former commune with its last day, and leads somewhere or says that it does not", async () => {
  const events = csvRows("data/insee/mouvements_communes_1943-2025.csv").filter(
    ({ TYPECOM_AV, TYPECOM_AP }) => TYPECOM_AV === "COM" && TYPECOM_AP === "COM",
  );
  const merged = events.filter(({ MOD, COM_AV, COM_AP, DATE_EFF }) => MOD === "32" && COM_AV !== COM_AP && DATE_EFF! >= "2019-01-01");
  expect(merged.length).toBeGreaterThan(400);
  const codes = [...new Set(merged.map(({ COM_AV }) => COM_AV!))].slice(0, 20);
  const asked = codes.map((code) => `c${code}: ${commune(code, "successors { id kind }", "2018-06-01")}`);
  const { data, errors } = await hub.query(`{ ${asked.join(" ")} }`);
  expect(errors).toBeUndefined();
  for (const [index, found] of Object.values<any>(data).entries()) {
    const last = events.findLast(({ COM_AV }) => COM_AV === codes[index]);
    if (found.kind === "FORMER") expect(found.validTo < last!.DATE_EFF!).toBe(true);
    else expect(found.validTo, codes[index]).toBeNull(); // restored since
  }
});

test("an EPCI that is gone has its years, and the communes that it had then", async () => {
  const [gone] = csvRows("data/territoires/epci_disparus_2021-2025.csv", ";");
  const { data } = await hub.query(
    `{ territory(level: EPCI, code: "${gone!.siren}") { kind name validTo parts(level: COMMUNE, first: 100) { totalCount nodes { code } } } }`,
  );
  const members = csvRows("data/territoires/appartenance_2021-2026.csv", ";").filter(
    ({ code, a }) => code === gone!.siren && a === gone!.a,
  );
  expect(members.length).toBeGreaterThan(1);
  expect(data.territory).toMatchObject({ kind: "FORMER", name: gone!.nom, validTo: `${gone!.a}-12-31` });
  expect(data.territory.parts.nodes.map(({ code }: any) => code)).toEqual(members.map(({ commune }) => commune).toSorted());
});

test("the 16 EPCI of 2016 have their SIREN and their printed population; 13 of them are gone", async () => {
  const printed = csvRows("data/haute-marne/epci_population_2016.csv").filter(({ disparu_derive }) => disparu_derive !== "");
  expect(printed).toHaveLength(16);
  const former = await everyPage(
    hub,
    'territories(level: EPCI, within: "DEPARTMENT:52", filter: { kinds: [FORMER] }',
    "code name validTo parents { id } municipalPopulation { value vintage } legalPopulation { status }",
  );
  expect(former).toEqual(
    printed
      .filter(({ disparu_derive }) => disparu_derive === "oui")
      .map((row) => ({
        code: row.epci_key,
        name: row.epci_libelle_imprime,
        validTo: "2016-12-31",
        parents: [{ id: "DEPARTMENT:52" }, { id: "REGION:44" }, { id: "NATION:FR" }],
        municipalPopulation: { value: Number(row.population_2016), vintage: "1er janvier 2016" },
        legalPopulation: { status: "NOT_TRANSMITTED" },
      }))
      .toSorted((a, b) => (a.code! < b.code! ? -1 : 1)),
  );
  const { data } = await hub.query(
    '{ territory(level: EPCI, code: "200044253") { kind before: municipalPopulation(on: "2016-06-01") { value } now: municipalPopulation { value computedBy } } }',
  );
  expect(data.territory).toEqual({
    kind: "CURRENT",
    before: { value: 13316 },
    now: { value: expect.any(Number), computedBy: "hub : somme de 59 territoires" },
  });
});
