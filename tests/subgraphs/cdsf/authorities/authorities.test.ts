import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, startHub } from "../../../hub.ts";
import { importRows } from "../../../import-into.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function asked(query: string, variables = {}): Promise<any> {
  const { data, errors } = await hub.query(query, variables);
  expect(errors).toBeUndefined();
  return data;
}

const authorityOf = async (level: string, code: string, fields: string) =>
  (await asked(`{ territory(level: ${level}, code: "${code}") { authority { ${fields} } } }`)).territory.authority;

describe("obligations, by legal population and day", () => {
  const codesOn = async (code: string, day: string) =>
    (await authorityOf("COMMUNE", code, `obligations(on: "${day}") { code }`)).obligations.map(({ code: each }: any) => each);

  test.each([
    ["52121", "2024-12-31", []],
    ["52121", "2025-01-01", ["IDENTIFY_NEEDS", "INFORM", "PLAN", "SUPPORT_QUALITY", "SCHEME"]],
    ["52121", "2026-01-01", ["IDENTIFY_NEEDS", "INFORM", "PLAN", "SUPPORT_QUALITY", "SCHEME", "RPE"]],
    ["52060", "2026-06-01", ["IDENTIFY_NEEDS", "INFORM"]],
    ["ZZ004", "2026-06-01", ["IDENTIFY_NEEDS", "INFORM", "PLAN", "SUPPORT_QUALITY"]],
  ])("%s on %s", async (code, day, expected) => {
    expect(await codesOn(code, day)).toEqual(expected);
  });

  test("an intercommunality has those of the competences that communes gave it", async () => {
    const { obligations } = await authorityOf("EPCI", "ZZ0000001", 'obligations(on: "2026-06-01") { code since threshold legalBasis }');
    expect(obligations.map(({ code }: any) => code)).toEqual(["PLAN", "SUPPORT_QUALITY", "SCHEME", "RPE"]);
    expect(obligations.at(-1)).toMatchObject({ since: "2026-01-01", threshold: 10_000, legalBasis: expect.stringContaining("L. 214-2-1") });
    expect((await authorityOf("EPCI", "200068658", 'obligations(on: "2026-06-01") { code }')).obligations).toEqual([]);
  });

  test("a département is no authority", async () => {
    expect((await asked('{ territory(level: DEPARTMENT, code: "52") { authority { id } } }')).territory.authority).toBeNull();
  });
});

describe("the decision table of the law", () => {
  const planningOf = async (code: string, day: string, level = "COMMUNE") =>
    (await authorityOf(level, code, `planning(on: "${day}") { status reason agreement { id signatories { party } } scheme { id isLate } }`))
      .planning;

  test.each([
    ["ZZ004", "2026-06-01", "NOT_REQUIRED", /^8.572 habitants : un schéma est exigé au-dessus de 10.000\.$/],
    ["ZZ001", "2024-12-31", "NOT_REQUIRED", /^L'obligation date du 1er janvier 2025/],
    ["ZZ001", "2026-06-01", "COVERED_BY_CTG", /exercée par l'intercommunalité, qui a signé une CTG en vigueur jusqu'au 2028-12-31/],
    ["ZZ002", "2026-06-01", "OWN_SCHEME", /exercée par elle-même, qui a adopté un schéma en vigueur jusqu'au 2029-12-31/],
    ["ZZ002", "2025-03-31", "UNKNOWN", /dont la Caf n'a dit aucune convention/],
    ["ZZ003", "2025-12-31", "COVERED_BY_CTG", /jusqu'au 2025-12-31/],
    ["ZZ003", "2026-01-01", "MISSING", /exercée par l'intercommunalité, sans schéma ni CTG/],
    ["52121", "2026-06-01", "UNKNOWN", /^Personne n'a dit qui/],
  ])("%s on %s is %s", async (code, day, status, reason) => {
    expect(await planningOf(code, day)).toMatchObject({ status, reason: expect.stringMatching(reason) });
  });

  test("it leads to what stands for the scheme, or is it", async () => {
    expect(await planningOf("ZZ001", "2026-06-01")).toMatchObject({
      agreement: { id: "ZZ-CTG-1", signatories: [{ party: "CAF" }, { party: "EPCI" }, { party: "CD" }] },
      scheme: null,
    });
    expect(await planningOf("ZZ002", "2026-06-01")).toMatchObject({ agreement: null, scheme: { id: "ZZ-schema-ZZ002", isLate: true } });
    expect(await planningOf("ZZ0000003", "2026-01-01", "EPCI")).toMatchObject({ status: "MISSING" });
  });

  test("a CTG that its EPCI signed stands for no scheme of a commune that kept planning, until the commune signs it too", async () => {
    const competence = { commune: "ZZ001", competence: "PLAN", depuis: "2025-01-01" };
    await importRows(hub.databaseUrl, ["cdsf", "competences"], [{ ...competence, exercee_par: "COMMUNE:ZZ001", jusqu_au: "" }]);
    expect(await planningOf("ZZ001", "2026-06-01")).toMatchObject({ status: "UNKNOWN" });
    const agreement = {
      id: "ZZ-CTG-1",
      niveau: "EPCI",
      territoire: "ZZ0000001",
      statut: "SIGNED",
      signee_le: "2023-12-11",
      debut: "2024-01-01",
    };
    const covered = {
      ...agreement,
      fin: "2028-12-31",
      territoires_couverts: "COMMUNE:ZZ001",
      territoires_signataires: "",
      signataires: "CAF|EPCI",
    };
    await importRows(hub.databaseUrl, ["caf", "agreements"], [covered]);
    expect(await planningOf("ZZ001", "2026-06-01")).toMatchObject({ status: "MISSING" });
    await importRows(hub.databaseUrl, ["caf", "agreements"], [{ ...covered, territoires_signataires: "COMMUNE:ZZ001" }]);
    expect(await planningOf("ZZ001", "2026-06-01")).toMatchObject({ status: "COVERED_BY_CTG", agreement: { id: "ZZ-CTG-1" } });
  });
});

test("a scheme says which of the eleven items it has, and which zones lack places", async () => {
  const { schemes } = await authorityOf(
    "COMMUNE",
    "ZZ002",
    'schemes { title state(on: "2026-01-01") transmittedOn insufficientZones { code } content { code isPresent } }',
  );
  expect(schemes).toMatchObject([{ state: "IN_FORCE", transmittedOn: "2025-06-02", insufficientZones: [{ code: "ZZ002" }] }]);
  const said = Object.fromEntries(schemes[0].content.map(({ code, isPresent }: any) => [code, isPresent]));
  expect(Object.keys(said)).toHaveLength(11);
  expect(said).toMatchObject({ OBJECTIVES: true, AVIP: false, COSTS_AND_MEANS: null });
});

test("all real communes above a threshold are there by law, in one call to each partner that knows of them", async () => {
  const data =
    await asked(`{ territory(level: DEPARTMENT, code: "93") { parts(level: COMMUNE, filter: { populationAbove: 10000 }, first: 40) {
    totalCount nodes { code authority { planning(on: "2026-06-01") { status } competences { code } } }
  } } }`);
  const { totalCount, nodes } = data.territory.parts;
  expect(totalCount).toBeGreaterThan(30);
  expect(new Set(nodes.map(({ authority }: any) => authority.planning.status))).toEqual(new Set(["UNKNOWN"]));
  expect(hub.lastCalls()).toEqual({ territories: 2, cdsf: 3 });
});

test("a commune says who exercises what, and an intercommunality for whom", async () => {
  const commune = await authorityOf(
    "COMMUNE",
    "ZZ003",
    'competences(on: "2026-06-01") { code exercisedBy { code } since source { demonstration } }',
  );
  expect(commune.competences).toContainEqual({
    ...{ code: "PLAN", exercisedBy: { code: "ZZ0000003" }, since: "2025-01-01", source: { demonstration: true } },
  });
  const given = await authorityOf("EPCI", "ZZ0000001", 'competences(on: "2026-06-01") { code commune { code } }');
  expect(given.competences).toContainEqual({ code: "PLAN", commune: { code: "ZZ004" } });
});

test.each([
  [
    "competences",
    { commune: "ZZ005", competence: "PLAN", exercee_par: "COMMUNE:ZZ006", depuis: "2025-01-01" },
    "exercee_par",
    "n'exerce pas les compétences d'une autre",
  ],
  [
    "competences",
    { commune: "ZZ005", competence: "PLAN", exercee_par: "DEPARTMENT:ZZ", depuis: "2025-01-01" },
    "exercee_par",
    "une commune ou une intercommunalité",
  ],
  [
    "competences",
    { commune: "ZZ005", competence: "SCHEME", exercee_par: "COMMUNE:ZZ005", depuis: "2025-01-01" },
    "competence",
    "IDENTIFY_NEEDS",
  ],
  [
    "authority-schemes",
    {
      id: "ZZ-a",
      departement: "ZZ",
      autorites: "COMMUNE:ZZ003",
      titre: "S",
      debut: "2026-01-01",
      fin: "2025-01-01",
      adopte_le: "",
      transmis_le: "",
    },
    "fin",
    "la fin précède",
  ],
  [
    "authority-schemes",
    {
      id: "ZZ-a",
      departement: "ZZ",
      autorites: "COMMUNE:ZZ003",
      titre: "S",
      debut: "",
      fin: "",
      adopte_le: "2025-02-01",
      transmis_le: "2025-01-01",
    },
    "transmis_le",
    "après son adoption",
  ],
  [
    "authority-schemes",
    {
      id: "ZZ-a",
      departement: "ZZ",
      autorites: "COMMUNE:ZZ003",
      titre: "S",
      debut: "",
      fin: "",
      adopte_le: "",
      transmis_le: "",
      contenu: "PRIX:oui",
    },
    "contenu",
    "un élément, puis oui ou non",
  ],
  [
    "competences",
    { commune: "52999", competence: "PLAN", exercee_par: "COMMUNE:52999", depuis: "2025-01-01" },
    "commune",
    "aucun territoire",
  ],
  ["competences", { commune: "52121", competence: "PLAN", exercee_par: "EPCI:200099999", depuis: "2025-01-01" }, "", "aucun territoire"],
])("%s: %o is refused", async (dataset, row, column, reason) => {
  const { rejected } = await importRows(hub.databaseUrl, ["cdsf", dataset], [row], true);
  expect(rejected).toMatchObject([{ line: 2, column, reason: expect.stringContaining(reason) }]);
});
