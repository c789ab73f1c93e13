import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { chunks, jsonRows } from "../../printed-file.ts";

const published = (name: string) => jsonRows(`node_modules/@etalab/decoupage-administratif/data/${name}.json`);
const communes = published("communes").filter(({ type }) => type === "commune-actuelle");
const byCode = <T extends { code: string }>(rows: T[]) => Object.fromEntries(rows.map((row) => [row.code, row]));
const everyKind = "kinds: [DEPARTMENT, OVERSEAS_COLLECTIVITY, STATISTICAL, DEMONSTRATION]";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("regions and departments are those of the file, with the four territories of the Drees and the demonstration", async () => {
  const { data } = await hub.query(`{ regions { code name } departments(${everyKind}) { code name kind region { code } } }`);
  const ofFile = published("departements").map(({ code, nom, region }) => ({ code, name: nom, region: { code: region } }));
  expect(byCode(data.regions)).toMatchObject(byCode(published("regions").map(({ code, nom }) => ({ code, name: nom }))));
  expect(data.regions).toHaveLength(published("regions").length + 1);
  expect(byCode(data.departments)).toMatchObject(byCode(ofFile));
  expect(data.departments).toHaveLength(ofFile.length + 5);
  expect(byCode(data.departments)).toMatchObject({
    "20": { kind: "STATISTICAL", name: "Collectivité de Corse" },
    "69D": { kind: "STATISTICAL" },
    "69M": { kind: "STATISTICAL" },
    "6AE": { kind: "STATISTICAL" },
    "2A": { kind: "DEPARTMENT", name: "Corse-du-Sud" },
    "987": { kind: "OVERSEAS_COLLECTIVITY" },
    ZZ: { kind: "DEMONSTRATION" },
  });
});

test("every EPCI and every member commune is there, with its department and its populations", async () => {
  const { data: all } = await hub.query(`{ departments(${everyKind}) { code } }`);
  const found = new Map<string, any>();
  const page = `nodes { code name formerCodes population { value vintage } department { code } } pageInfo { endCursor hasNextPage }`;
  for (const departments of chunks<{ code: string }>(all.departments, 10)) {
    const asked = departments.map(
      ({ code }) => `d${code}: department(code: "${code}") { epcis {
        siren name legalForm communeCount population { value vintage unit }
        communes(first: 100) { ${page} }
      } }`,
    );
    const { data } = await hub.query(`{ ${asked.join("\n")} }`);
    for (const { epcis } of Object.values<any>(data)) for (const epci of epcis) found.set(epci.siren, epci);
  }
  for (const epci of found.values()) {
    const { nodes, pageInfo } = epci.communes;
    epci.communes = nodes;
    if (!pageInfo.hasNextPage) continue;
    const { data } = await hub.query(
      `{ epci(siren: "${epci.siren}") { communes(first: 100, after: "${pageInfo.endCursor}") { ${page} } } }`,
    );
    nodes.push(...data.epci.communes.nodes);
    expect(data.epci.communes.pageInfo.hasNextPage).toBe(false);
  }
  const file = byCode(communes);
  const expected = published("epci").map(({ code, nom, type, populationTotale, membres }) => ({
    siren: code,
    name: nom,
    legalForm: type,
    communeCount: membres.length,
    population: { value: populationTotale, vintage: "2026", unit: "habitants" },
    communes: membres.map((member: any) => graphOf(file[member.code])).toSorted((a: any, b: any) => (a.code < b.code ? -1 : 1)),
  }));
  expect(expected.map(({ siren }) => found.get(siren))).toEqual(expected);
  expect(found.size).toBe(expected.length + 3);
});

function graphOf({ code, nom, anciensCodes = [], population, departement }: any) {
  return {
    code,
    name: nom,
    formerCodes: anciensCodes,
    population: population === undefined ? { value: null, vintage: null } : { value: population, vintage: "2026" },
    department: { code: departement ?? code.slice(0, 3) },
  };
}

test("communes outside any EPCI and municipal districts are there too", async () => {
  const members = new Set(published("epci").flatMap(({ membres }) => membres.map(({ code }: any) => code)));
  const alone = communes.filter(({ code }) => !members.has(code));
  const districts = published("communes").filter(({ type }) => type === "arrondissement-municipal");
  const asked = [...alone, ...districts].map(
    ({ code }) =>
      `c${code}: commune(code: "${code}") { code name formerCodes population { value vintage } department { code } epci { siren } parent { code } }`,
  );
  const answers = await Promise.all(chunks(asked, 20).map((some) => hub.query(`{ ${some.join("\n")} }`)));
  expect(alone.length).toBe(98);
  expect(answers.flatMap(({ data }) => Object.values(data))).toEqual(
    [...alone, ...districts].map((row) => ({ ...graphOf(row), epci: null, parent: row.commune ? { code: row.commune } : null })),
  );
});

test("a department's communes are counted as in the file, its population is their sum", async () => {
  const { data } = await hub.query(
    `{ departments { code communes(first: 1) { totalCount } population { value status computedBy vintage maskedCells } } }`,
  );
  for (const { code, communes: page, population } of data.departments.filter(({ code }: any) => code !== "ZZ")) {
    const own = communes.filter(({ departement }) => departement === code);
    expect(page.totalCount, code).toBe(own.length);
    expect(population, code).toEqual({
      value: own.reduce((sum, commune) => sum + (commune.population ?? 0), 0),
      status: "PUBLISHED",
      computedBy: "hub : somme des populations municipales des communes",
      vintage: "2026",
      maskedCells: null,
    });
  }
});

test("Saint-Denis says which communes it has absorbed; an absorbed commune is no commune", async () => {
  const { data } = await hub.query(`{
    saintDenis: commune(code: "93066") { name formerCodes population { value vintage } }
    pierrefitte: commune(code: "93059") { name }
  }`);
  expect(data.saintDenis).toEqual({
    name: "Saint-Denis",
    formerCodes: ["75059", "75066", "93059"],
    population: { value: 149077, vintage: "2026" },
  });
  expect(data.pierrefitte).toBeNull();
});

test("Corsican codes keep their letter, all pages of a department follow one another", async () => {
  const codes: string[] = [];
  let after: string | null = null;
  do {
    const { data } = await hub.query(
      `query ($after: String) { department(code: "2B") { communes(first: 100, after: $after) { nodes { code } pageInfo { endCursor hasNextPage } } } }`,
      { after },
    );
    const { nodes, pageInfo } = data.department.communes;
    codes.push(...nodes.map(({ code }: any) => code));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  expect(codes).toEqual(
    communes
      .filter(({ departement }) => departement === "2B")
      .map(({ code }) => code)
      .toSorted(),
  );
});
