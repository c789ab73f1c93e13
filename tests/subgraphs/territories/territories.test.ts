import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { jsonRows } from "../../printed-file.ts";
import { everyCommune, everyPage } from "./pages.ts";

const published = (name: string) => jsonRows(`node_modules/@etalab/decoupage-administratif/data/${name}.json`);
const communes = published("communes").filter(({ type }) => type === "commune-actuelle");
const byCode = <T extends { code: string }>(rows: T[]) => Object.fromEntries(rows.map((row) => [row.code, row]));

let hub: Hub;
beforeAll(async () => {
  hub = await startHub({ limits: { budgetAnonymous: 100_000_000 } });
});
afterAll(() => hub.close());

test("regions and departments are those of the file; statistical and fictitious ones are there when they are asked for", async () => {
  const regions = await everyPage(hub, "territories(level: REGION", "code name parents { id }");
  const departments = await everyPage(hub, "territories(level: DEPARTMENT", "code name kind parents(level: REGION) { code }");
  const overseas = published("departements").filter(({ zone }) => zone === "com");
  const ofFile = published("departements").filter(({ zone }) => zone !== "com");
  expect(byCode(regions)).toEqual(
    byCode(
      published("regions")
        .filter(({ zone }) => zone !== "com")
        .map(({ code, nom }) => ({ code, name: nom, parents: [{ id: "NATION:FR" }] })),
    ),
  );
  expect(byCode(departments)).toEqual(
    byCode(ofFile.map(({ code, nom, region }) => ({ code, name: nom, kind: "CURRENT", parents: [{ code: region }] }))),
  );
  const others = await everyPage(
    hub,
    "territories(level: DEPARTMENT, filter: { kinds: [OVERSEAS_COLLECTIVITY, STATISTICAL, DEMONSTRATION] }",
    "code name kind",
  );
  expect(byCode(others)).toEqual({
    ...byCode(overseas.map(({ code, nom }) => ({ code, name: nom, kind: "OVERSEAS_COLLECTIVITY" }))),
    "20": { code: "20", kind: "STATISTICAL", name: "Collectivité de Corse" },
    "69D": { code: "69D", kind: "STATISTICAL", name: "Nouveau Rhône" },
    "69M": { code: "69M", kind: "STATISTICAL", name: "Métropole de Lyon" },
    "6AE": { code: "6AE", kind: "STATISTICAL", name: "Collectivité européenne d'Alsace" },
    ZZ: { code: "ZZ", kind: "DEMONSTRATION", name: "Département de démonstration" },
  });
});

test("every EPCI is there with its communes, and every commune with what it is in", async () => {
  const epcis = await everyPage(hub, "territories(level: EPCI", "code name legalForm");
  const file = published("epci");
  expect(byCode(epcis)).toEqual(byCode(file.map(({ code, nom, type }) => ({ code, name: nom, legalForm: type }))));
  const lists = await everyPage(
    hub,
    'territories(level: EPCI, within: "NATION:FR"',
    "code parts(level: COMMUNE, first: 100) { totalCount nodes { code } }",
  );
  for (const { code, parts } of lists) {
    const members = file
      .find((epci) => epci.code === code)!
      .membres.map((member: any) => member.code)
      .toSorted();
    expect(parts.totalCount, code).toBe(members.length);
    expect(parts.nodes.map((node: any) => node.code)).toEqual(members.slice(0, 100));
  }
  const members = new Map(file.flatMap(({ code, membres }) => membres.map((member: any) => [member.code, code])));
  const found = await everyCommune(hub, "code name parents { level code }");
  const ofFile = communes.filter(({ departement }) => departement);
  expect(found.map(({ code }) => code).toSorted()).toEqual(communes.map(({ code }) => code).toSorted());
  const parentsOf = new Map(found.map(({ code, parents }) => [code, parents]));
  for (const { code, departement, region } of ofFile) {
    const parents = parentsOf.get(code);
    const at = (level: string) => parents.filter((parent: any) => parent.level === level).map((parent: any) => parent.code);
    expect([at("EPCI"), at("DEPARTMENT"), at("REGION"), at("NATION")], code).toEqual([
      members.has(code) ? [members.get(code)] : [],
      [departement],
      [region],
      Number(region) > 970 ? [] : ["FR"], // a collectivity is in no region of France
    ]);
  }
}, 120_000);

test("municipal districts are parts of their commune, and in no other list", async () => {
  const districts = published("communes").filter(({ type }) => type === "arrondissement-municipal");
  const { data } = await hub.query(`{
    paris: territory(level: COMMUNE, code: "75056") { parts(level: COMMUNE, first: 100) { totalCount nodes { code parents { id } } } }
    department: territory(level: DEPARTMENT, code: "75") { parts(level: COMMUNE, first: 100) { nodes { code } } }
  }`);
  expect(districts).toHaveLength(45);
  expect(data.paris.parts.totalCount).toBe(20);
  expect(data.paris.parts.nodes[0]).toEqual({
    code: "75101",
    parents: ["COMMUNE:75056", "EPCI:200054781", "EMPLOYMENT_BASIN:1107", "DEPARTMENT:75", "REGION:11", "NATION:FR"].map((id) => ({ id })),
  });
  expect(data.department.parts.nodes).toEqual([{ code: "75056" }]);
});

test("what overlaps a territory is in its lists: a department's EPCI, an EPCI's departments, a basin's communes", async () => {
  const { data } = await hub.query(`{
    department: territory(level: DEPARTMENT, code: "52") {
      epcis: parts(level: EPCI, first: 50) { nodes { code parents(level: DEPARTMENT) { code } } }
      basins: parts(level: EMPLOYMENT_BASIN, first: 50) { nodes { id name } }
    }
    paris: territory(level: EPCI, code: "200054781") { epts: parts(level: EPT, first: 20) { nodes { name } } parents(level: DEPARTMENT) { code } }
    basin: territory(level: EMPLOYMENT_BASIN, code: "4418") { name parents { id } parts(level: COMMUNE, first: 100) { totalCount nodes { code } } }
  }`);
  const { epcis, basins } = data.department;
  expect(epcis.nodes).toContainEqual({ code: "200068666", parents: [{ code: "51" }, { code: "52" }] });
  expect(epcis.nodes).toHaveLength(9);
  expect(basins.nodes).toContainEqual({ id: "EMPLOYMENT_BASIN:4418", name: "CHAUMONT" });
  expect(data.paris.epts.nodes).toHaveLength(11);
  expect(data.paris.parents.map(({ code }: any) => code)).toEqual(["75", "91", "92", "93", "94", "95"]);
  expect(data.basin).toMatchObject({ name: "CHAUMONT", parents: [{ id: "DEPARTMENT:52" }, { id: "REGION:44" }, { id: "NATION:FR" }] });
  expect(data.basin.parts.nodes).toContainEqual({ code: "52121" });
});

test.each([
  ["st deni", "Saint-Denis"],
  ["SAINT-DÉNIS", "Saint-Denis"],
  ["langr", "Langres"],
  ["oeuil", "Œuilly"],
  ["l'hay", "L'Haÿ-les-Roses"],
])("« %s » finds %s, whatever its accents and case", async (name, expected) => {
  const found = await everyPage(hub, `territories(level: COMMUNE, filter: { name: ${JSON.stringify(name)} }`, "name");
  expect(found.map((territory) => territory.name)).toContain(expected);
});

test("a search begins a word, and what no name has finds nothing", async () => {
  expect(await everyPage(hub, 'territories(level: COMMUNE, within: "DEPARTMENT:52", filter: { name: "haumont" }', "name")).toEqual([]);
  const found = await everyPage(hub, 'territories(level: EPCI, within: "DEPARTMENT:52", filter: { name: "chaum" }', "name");
  expect(found).toEqual([{ name: "CA de Chaumont" }]);
  const saints = await everyPage(hub, 'territories(level: COMMUNE, within: "DEPARTMENT:93", filter: { name: "St" }', "name");
  expect(saints.map(({ name }) => name)).toEqual(expect.arrayContaining(["Saint-Denis", "Stains"]));
  for (const name of ["🐟", "%", "'"])
    expect(
      await everyPage(hub, `territories(level: COMMUNE, within: "DEPARTMENT:52", filter: { name: ${JSON.stringify(name)} }`, "name"),
    ).toEqual([]);
  expect(await everyPage(hub, 'territories(level: COMMUNE, filter: { name: "zz_zz" }', "name")).toEqual([]);
});

test("territories are listed by population and by density too, those that have no number left out", async () => {
  const large = await everyPage(hub, "territories(level: COMMUNE, filter: { populationAbove: 400000 }", "name");
  expect(large.map(({ name }) => name).toSorted()).toEqual(["Lyon", "Marseille", "Paris", "Toulouse"]);
  const small = await everyPage(
    hub,
    'territories(level: COMMUNE, within: "DEPARTMENT:52", filter: { populationAbove: 3500, populationAtMost: 10000 }',
    "name legalPopulation { value }",
  );
  expect(small.length).toBeGreaterThan(1);
  for (const { legalPopulation } of small) expect(legalPopulation.value > 3500 && legalPopulation.value <= 10_000).toBe(true);
  const towns = await everyPage(hub, 'territories(level: COMMUNE, within: "DEPARTMENT:52", filter: { isRural: false }', "name isRural");
  expect(towns.map(({ name }) => name)).toEqual(expect.arrayContaining(["Chaumont", "Langres", "Saint-Dizier"]));
  expect(towns.every(({ isRural }) => isRural === false)).toBe(true);
});

test("a fictitious territory has fictitious parts, and is in no other list", async () => {
  const { data } = await hub.query(`{
    department: territory(level: DEPARTMENT, code: "ZZ") { kind parents { id } communes: parts(level: COMMUNE, first: 1) { totalCount } }
    nation: territory(level: NATION, code: "FR") { departments: parts(level: DEPARTMENT, first: 1) { totalCount } }
  }`);
  expect(data).toEqual({
    department: { kind: "DEMONSTRATION", parents: [{ id: "REGION:ZZ" }], communes: { totalCount: 40 } },
    nation: { departments: { totalCount: 101 } },
  });
  expect(await everyPage(hub, 'territories(level: COMMUNE, filter: { name: "saint algo" }', "name")).toEqual([]);
});

test.each([
  ["COMMUNE", "99999"],
  ["EPCI", "52121"],
  ["DEPARTMENT", ""],
  ["SECTOR", "1"],
])("%s %s is nowhere, and nothing is in it", async (level, code) => {
  const { data } = await hub.query(`{ territory(level: ${level}, code: "${code}") { name } }`);
  expect(data).toEqual({ territory: null });
  const { errors } = await hub.query(`{ territories(level: COMMUNE, within: "${level}:${code}", first: 1) { totalCount } }`);
  expect(errors).toMatchObject([{ message: expect.stringContaining(`« ${level}:${code} »`), extensions: { code: "BAD_ARGUMENT" } }]);
});

test("collectivities and their communes are in no region of France, and in no list but their own", async () => {
  const { data } = await hub.query(`{
    everywhere: territories(level: COMMUNE, first: 1) { totalCount }
    france: territories(level: COMMUNE, within: "NATION:FR", first: 1) { totalCount }
    overseas: territories(level: COMMUNE, filter: { kinds: [OVERSEAS_COLLECTIVITY] }, first: 1) { totalCount }
    alsace: territory(level: DEPARTMENT, code: "6AE") { parents { id } }
  }`);
  const overseas = communes.filter(({ code }) => /^(97[578]|98)/.test(code)).length;
  expect(data).toEqual({
    everywhere: { totalCount: communes.length - overseas },
    france: { totalCount: communes.length - overseas },
    overseas: { totalCount: overseas },
    alsace: { parents: [{ id: "REGION:44" }, { id: "NATION:FR" }] },
  });
});

test("a list by population counts those whose population is the sum of their parts", async () => {
  const countAbove = async (size: number): Promise<number> => {
    const { data } = await hub.query(`{ territories(level: EPCI, filter: { populationAbove: ${size} }, first: 1) { totalCount } }`);
    return data.territories.totalCount;
  };
  const { data } = await hub.query('{ territory(level: EPCI, code: "200068658") { legalPopulation { value computedBy } } }');
  const { value, computedBy } = data.territory.legalPopulation;
  expect(computedBy).toMatch(/^hub : somme/);
  expect(await countAbove(value - 1)).toBe((await countAbove(value)) + 1);
});
