import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { importRows } from "../../import-into.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

async function asked(query: string): Promise<any> {
  const { data, errors } = await hub.query(query);
  expect(errors).toBeUndefined();
  return data;
}

const sent = csvRows("data/demonstration/fundings.csv");

test("a service is paid by several: each on its own ground, by unit, of an agreement, and told to whom", async () => {
  const { territory } =
    await asked(`{ territory(level: DEPARTMENT, code: "ZZ") { familyServices(kind: RPE, first: 1) { nodes { id fundings(year: 2025) {
    funder fund unit quantity { value unit } amountPerUnit { value } amount { value unit source { demonstration } } agreement { id } notifiedTo } } } } }`);
  const [service] = territory.familyServices.nodes;
  expect(service.id).toBe("ZZ-S001");
  expect(service.fundings.map(({ funder, fund, amount }: any) => [funder, fund, amount.value])).toEqual([
    ["EPCI", "OTHER", 48870],
    ["CAF", "PSO", 55430],
    ["CAF", "TERRITORY_BONUS", 20700],
  ]);
  expect(service.fundings[2]).toMatchObject({
    ...{ unit: "FTE", quantity: { value: 2.3, unit: "ETP" }, amountPerUnit: { value: 9000 }, agreement: { id: "ZZ-CTG-1" } },
    ...{ notifiedTo: ["EPCI", "COMMUNE"], amount: { unit: "€", source: { demonstration: true } } },
  });
});

test("a facility has its fundings by place, a project those of all who pay for it", async () => {
  const { facility, territory } = await asked(`{
    facility(id: "ZZ-F001") { fundings(year: 2024) { fund unit quantity { value } amountPerUnit { value } amount { value } } }
    territory(level: COMMUNE, code: "ZZ001") { projects(first: 1) { nodes { id fundings { funder amount { value status } } } } }
  }`);
  const bonus = facility.fundings.find(({ fund }: any) => fund === "TERRITORY_BONUS");
  expect(bonus).toEqual({
    fund: "TERRITORY_BONUS",
    unit: "PLACE",
    quantity: { value: 30 },
    amountPerUnit: { value: 2100 },
    amount: { value: 63000 },
  });
  expect(territory.projects.nodes[0].fundings).toEqual([
    { funder: "MSA", amount: { value: null, status: "NOT_TRANSMITTED" } },
    { funder: "CAF", amount: { value: 132000, status: "PUBLISHED" } },
    { funder: "CD", amount: { value: 40000, status: "PUBLISHED" } },
    { funder: "EPCI", amount: { value: 60000, status: "PUBLISHED" } },
  ]);
});

test("those of a département add up by year, ground and funder; a sum with an unknown part is a lower bound", async () => {
  const total = async (args: string) =>
    (
      await asked(
        `{ territory(level: DEPARTMENT, code: "ZZ") { fundings(first: 1, ${args}) { totalCount amount { value status missingParts computedBy } } } }`,
      )
    ).territory.fundings;
  const of2024 = sent.filter(({ annee, fonds }) => annee === "2024" && fonds === "PSU");
  expect(await total("years: [2024], funds: [PSU]")).toEqual({
    totalCount: of2024.length,
    amount: {
      ...{ value: of2024.reduce((sum, { montant }) => sum + Number(montant), 0), status: "PUBLISHED", missingParts: 0 },
      computedBy: expect.stringContaining("somme des montants"),
    },
  });
  expect(await total("funds: [GMR, INVESTMENT]")).toMatchObject({
    totalCount: 4,
    amount: { value: 232000, status: "LOWER_BOUND", missingParts: 1 },
  });
  expect(await total("funders: [REGION]")).toMatchObject({ totalCount: 0, amount: { value: null, status: "NOT_TRANSMITTED" } });
});

const row = {
  ...{ id: "ZZ-X", departement: "ZZ", annee: "2025", financeur: "CAF", fonds: "PSO", etablissement: "", service: "ZZ-S001", projet: "" },
  ...{ unite: "FTE", quantite: "2", montant_unitaire: "100", montant: "200", convention: "", notifie_a: "" },
};

test.each([
  [{ montant: "250" }, "montant"],
  [{ service: "" }, "etablissement"],
  [{ etablissement: "ZZ-F001" }, "etablissement"],
  [{ unite: "" }, "unite"],
  [{ montant: "-200", quantite: "-2" }, "montant"],
  [{ fonds: "COORDINATION" }, "convention"],
  [{ convention: "ZZ-CTG-99" }, "convention"],
  [{ service: "ZZ-S999" }, "service"],
])("a funding with %o is refused", async (change, column) => {
  const { rejected } = await importRows(hub.databaseUrl, ["caf", "fundings"], [{ ...row, ...change } as Record<string, string>], true);
  expect(rejected).toMatchObject([{ line: 2, column }]);
});

test("a facility's Avip label on a day, and those of a département", async () => {
  const { before, during, territory } = await asked(`{
    before: facility(id: "ZZ-F001") { avip(on: "2024-03-11") { places } }
    during: facility(id: "ZZ-F001") { avip(on: "2026-01-01") { labelledOn until places } }
    territory(level: DEPARTMENT, code: "ZZ") { avipLabels(labelledBetween: { from: "2024-01-01" }, first: 10) { totalCount nodes { facility { name } places } } }
  }`);
  expect([before.avip, during.avip]).toEqual([null, { labelledOn: "2024-03-12", until: "2027-03-11", places: 6 }]);
  expect(territory.avipLabels.totalCount).toBe(3);
  expect(territory.avipLabels.nodes[0]).toEqual({ facility: { name: "Multi-accueil des Essais" }, places: 6 });
});

test("an agreement has its plan, and what became of each action by quarter", async () => {
  const { agreement } = await asked(
    '{ agreement(id: "ZZ-CTG-1") { axes { number actions { label pilot state progress { on state by } } } } }',
  );
  const actions = agreement.axes.flatMap((axis: any) => axis.actions);
  expect(actions.map(({ state }: any) => state)).toEqual(["LATE", "DONE", "STARTED"]);
  expect(actions[2].progress).toEqual([
    { on: "2026-06-30", state: "STARTED", by: "Comité de pilotage de la CTG" },
    { on: "2026-03-31", state: "PLANNED", by: "Comité de pilotage de la CTG" },
  ]);
});

test("every kind of service is there, and a kind of which nothing is counted refuses a number", async () => {
  const { territory } = await asked(
    '{ territory(level: DEPARTMENT, code: "ZZ") { hub: familyServices(kind: DISABILITY_RESOURCE_HUB, first: 5) { nodes { name territory { id } } } bridges: familyServices(kind: BRIDGE, first: 5) { totalCount } } }',
  );
  expect(territory).toEqual({
    hub: { nodes: [{ name: "Pôle ressources handicap de démonstration", territory: null }] },
    bridges: { totalCount: 2 },
  });
  const service = { id: "ZZ-S104", type: "LEISURE_CENTRE", nom: "Accueil", gestionnaire: "", departement: "ZZ", commune: "ZZ004" };
  const { rejected } = await importRows(
    hub.databaseUrl,
    ["caf", "family-services"],
    [{ ...service, annee: "2025", mesure: "T3", valeur: "1" }],
    true,
  );
  expect(rejected).toMatchObject([{ column: "mesure", reason: expect.stringContaining("ne compte rien") }]);
});
