import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows, jsonRows } from "../../printed-file.ts";
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
    now: ${commune(old, "predecessors { id }")}
    then: ${commune(old, 'successors { id } values(years: [2022], indicators: ["B01"]) { id observation { value status } }', lastDay)}
    later: ${commune(old, "", "2025-06-01")}
  }`);
  expect(data.now).toMatchObject({
    id: `COMMUNE:${now}`,
    kind: "CURRENT",
    predecessors: expect.arrayContaining([{ id: `COMMUNE:${old}` }]),
  });
  expect(data.then).toMatchObject({ id: `COMMUNE:${old}`, kind: "FORMER", validTo: lastDay, successors: [{ id: `COMMUNE:${now}` }] });
  expect(data.then.values).toEqual([{ id: `B01:COMMUNE:${old}:2022`, observation: { value: expect.any(Number), status: "PUBLISHED" } }]);
  expect(data.later.id).toBe(`COMMUNE:${now}`);
});

test("a commune that was restored has its new first day", async () => {
  const { data } = await hub.query(`{
    restored: ${commune("27676", "predecessors { id }")}
  }`);
  expect(data.restored).toMatchObject({ kind: "CURRENT", validTo: null });
  expect(data.restored.validFrom > "2020-01-01").toBe(true);
});

test("every code that the events give up for good is a former commune of its department, with its last day and what it became", async () => {
  const events = csvRows("data/insee/mouvements_communes_1943-2025.csv").filter(
    ({ TYPECOM_AV, TYPECOM_AP }) => TYPECOM_AV === "COM" && TYPECOM_AP === "COM",
  );
  const found: any[] = [];
  for (const { code } of await everyPage(hub, "territories(level: DEPARTMENT", "code"))
    found.push(
      ...(await everyPage(
        hub,
        `territories(level: COMMUNE, within: "DEPARTMENT:${code}", filter: { kinds: [FORMER] }`,
        "code validTo successors { code }",
      )),
    );
  expect(found.length).toBeGreaterThan(3800);
  const living = new Set(
    jsonRows("node_modules/@etalab/decoupage-administratif/data/communes.json")
      .filter(({ type }) => type === "commune-actuelle")
      .map(({ code }) => code),
  );
  const former = new Set(found.map(({ code }) => code));
  for (const { code, validTo, successors } of found) {
    expect([code, living.has(code)]).toEqual([code, false]);
    const last = events.filter(({ COM_AV }) => COM_AV === code).toSorted((a, b) => (a.DATE_EFF! < b.DATE_EFF! ? 1 : -1))[0]!;
    expect([code, validTo < last.DATE_EFF!]).toEqual([code, true]);
    expect([code, successors.length > 0]).toEqual([code, true]);
    for (const successor of successors) expect([code, living.has(successor.code) || former.has(successor.code)]).toEqual([code, true]);
  }
}, 60_000);

test.each([
  ["14376", "14581"],
  ["52427", "52331"],
  ["78039", "95039"],
  ["14513", "50592"],
  ["49144", "44180"],
  ["01086", "01036"],
])("commune %s leads to %s, over what was restored and given up since", async (old, now) => {
  const { data } = await hub.query(`{ ${commune(old, "")} }`);
  expect(data.territory.id).toBe(`COMMUNE:${now}`);
});

test("a day before a territory existed is a day without it", async () => {
  const { data } = await hub.query(`{ before: ${commune("94002", "", "1950-01-01")} after: ${commune("94002", "", "1970-01-01")} }`);
  expect(data).toMatchObject({ before: null, after: { id: "COMMUNE:94002", validFrom: "1968-01-01" } });
});

test("an EPCI that is gone has its years, and the communes that it had then", async () => {
  const [gone] = csvRows("data/territoires/epci_disparus_2021-2025.csv", ";");
  const { data } = await hub.query(
    `{ territory(level: EPCI, code: "${gone!.siren}", on: "2021-06-01") { kind name validTo successors { code predecessors { code } } parts(level: COMMUNE, first: 100) { totalCount nodes { code } } } }`,
  );
  const members = csvRows("data/territoires/appartenance_2021-2026.csv", ";").filter(
    ({ code, a }) => code === gone!.siren && a === gone!.a,
  );
  expect(members.length).toBeGreaterThan(1);
  expect(data.territory).toMatchObject({ kind: "FORMER", name: gone!.nom, validTo: `${gone!.a}-12-31` });
  expect(data.territory.successors).toEqual([{ code: "200096956", predecessors: [{ code: "200035459" }, { code: "200036572" }] }]);
  expect(data.territory.parts.nodes.map(({ code }: any) => code)).toEqual(members.map(({ commune }) => commune).toSorted());
});

test("the 16 EPCI of 2016 have their SIREN and their printed population; 13 of them are gone", async () => {
  const printed = csvRows("data/documents/haute-marne/populations-2016.csv");
  const stillThere = ["200027308", "200044253", "245200597"];
  expect(printed).toHaveLength(16);
  const former = await everyPage(
    hub,
    'territories(level: EPCI, within: "DEPARTMENT:52", filter: { kinds: [FORMER] }',
    "code name validTo parents { id } municipalPopulation { value source { printedVintage } } legalPopulation { status }",
  );
  expect(former).toEqual(
    printed
      .filter(({ territoire }) => !stillThere.includes(territoire!))
      .map((row) => ({
        code: row.territoire,
        name: row.nom_imprime,
        validTo: "2016-12-31",
        parents: [{ id: "DEPARTMENT:52" }, { id: "REGION:44" }, { id: "NATION:FR" }],
        municipalPopulation: { value: Number(row.population), source: { printedVintage: "1er janvier 2016" } },
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

test("a commune that comes from many that come from it is no way to make an answer without end", async () => {
  const inside = (depth: number): string => (depth === 0 ? "code" : `successors { predecessors { ${inside(depth - 1)} } }`);
  const { data, errors } = await hub.query(`{ territory(level: COMMUNE, code: "14654") { predecessors { ${inside(5)} } } }`);
  expect(data).toEqual({ territory: null });
  expect(errors).toMatchObject([{ extensions: { code: "LISTS_TOO_NESTED", allowed: 50_000 } }]);
  const short = await hub.query(`{ territory(level: COMMUNE, code: "14654") { predecessors { ${inside(1)} } } }`);
  expect(short.data.territory.predecessors.length).toBeGreaterThan(10);
});
