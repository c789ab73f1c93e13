import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("on 2015-12-31 Haute-Marne has 23 facilities and 502 places, 482 without the family crèche", async () => {
  const { data } = await hub.query(
    `query ($on: Date!) {
    all: facilities(department: "52", activeOn: $on, first: 1) { totalCount totalCapacity { value unit } }
    collective: facilities(department: "52", activeOn: $on, categories: [COLLECTIVE_CRECHE, MULTI_CARE, KINDERGARTEN], first: 1) { totalCount totalCapacity { value } }
    before: facilities(department: "52", activeOn: "2015-12-30", first: 1) { totalCount totalCapacity { value status } }
  }`,
    { on: "2015-12-31" },
  );
  expect(data.all).toEqual({ totalCount: 23, totalCapacity: { value: 502, unit: "places" } });
  expect(data.collective).toEqual({ totalCount: 22, totalCapacity: { value: 482 } });
  expect(data.before).toEqual({ totalCount: 0, totalCapacity: { value: null, status: "NOT_TRANSMITTED" } });
});

test("every facility of the directory is there, with its printed type and commune", async () => {
  const { data } = await hub.query(
    `{ facilities(department: "52", activeOn: "2015-12-31", first: 100) { nodes { id name printedType printedCommune capacity { value } statedOn openedOn financing source { printedVintage } } } }`,
  );
  expect(data.facilities.nodes).toEqual(
    csvRows("data/documents/haute-marne/facilities.csv").map((row, index) => ({
      id: `52-2015-${String(index + 1).padStart(2, "0")}`,
      name: row.nom,
      printedType: row.type,
      printedCommune: row.commune_imprimee,
      capacity: { value: Number(row.capacite) },
      statedOn: "2015-12-31",
      openedOn: null,
      financing: null,
      source: { printedVintage: "31 décembre 2015" },
    })),
  );
});

test("a printed commune that is nobody's full name is not guessed", async () => {
  const { data } = await hub.query(
    `{ facilities(department: "52", activeOn: "2015-12-31", first: 100) { nodes { printedCommune commune { code name } } } }`,
  );
  const communes = new Map(data.facilities.nodes.map(({ printedCommune, commune }: any) => [printedCommune, commune]));
  expect(communes.get("Andelot / Doulaincourt")).toBeNull();
  expect(communes.get("Montigny")).toBeNull();
  for (const [printed, commune] of communes as Map<string, any>) if (commune) expect(commune.name).toBe(printed);
  expect(communes.get("Saint-Dizier")).toEqual({ code: "52448", name: "Saint-Dizier" });
});

test("the 7 houses of childminders are listed as printed", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { childminderHouses(first: 100) { totalCount nodes { name printedCommune } } } }`,
  );
  const printed = csvRows("data/documents/haute-marne/childminder-houses.csv").map(({ nom, commune_imprimee }) => ({
    name: nom,
    printedCommune: commune_imprimee,
  }));
  expect(data.department.childminderHouses).toEqual({ totalCount: 7, nodes: printed });
});

test("a region that has the code of a department has nothing of it: its numbers are the sums of its own departments", async () => {
  const { data, errors } = await hub.query(`{ territory(level: REGION, code: "52") {
    name committee { id } inspectionPlan(year: 2025) { id } msaMeans { label }
    childminderHouses(first: 1) { totalCount } agreements(first: 1) { totalCount } familyServices(first: 1) { totalCount } ruralProgrammes(first: 1) { totalCount }
    ofOneDepartment: values(indicators: ["B01", "B08", "D05", "separations", "caf-beneficiaries", "BENEFICIARIES", "CHILDREN_UNDER_SIX", "SINGLE_PARENT_FAMILIES"]) { id }
    values(years: [2023], indicators: ["B13"]) { id observation { value computedBy } }
  } }`);
  expect(errors).toBeUndefined();
  const none = { totalCount: 0 };
  const own = csvRows("data/drees/tab33.csv").filter(
    ({ code_departement, annee }) => annee === "2023" && ["44", "49", "53", "72", "85"].includes(code_departement!),
  );
  expect(data.territory).toEqual({
    name: "Pays de la Loire",
    ...{ committee: null, inspectionPlan: null, msaMeans: [] },
    ...{ childminderHouses: none, agreements: none, familyServices: none, ruralProgrammes: none },
    ofOneDepartment: [],
    values: [
      {
        id: "B13:REGION:52:2023",
        observation: { value: own.reduce((sum, { valeur }) => sum + Number(valeur), 0), computedBy: "hub : somme de 5 territoires" },
      },
    ],
  });
});
