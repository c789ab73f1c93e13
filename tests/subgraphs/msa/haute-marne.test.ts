import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("Haute-Marne has 1 922 MSA beneficiaries in 2015", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { values(years: [2015], indicators: ["BENEFICIARIES"]) {
      indicator { code producer } observation { value unit status source { publisher demonstration } }
    } } }`,
  );
  expect(data.department.values).toEqual([
    {
      indicator: { code: "BENEFICIARIES", producer: "MSA" },
      observation: {
        value: 1922,
        unit: "allocataires",
        status: "PUBLISHED",
        source: { publisher: expect.stringMatching(/^MSA/), demonstration: false },
      },
    },
  ]);
});

test("every MSA row of the document is there, and no other producer's", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "52") { values { year indicator { code producer } observation { value unit } } } }`,
  );
  const found = data.department.values.filter(({ indicator }: any) => indicator.producer === "MSA");
  const measures: Record<string, string> = {
    allocataires_msa: "BENEFICIARIES",
    enfants_moins_6_ans_msa: "CHILDREN_UNDER_SIX",
    familles_monoparentales_msa: "SINGLE_PARENT_FAMILIES",
  };
  const expected = csvRows("tests/fixtures/haute-marne/indicateurs_departement.csv")
    .filter(({ indicateur }) => indicateur! in measures)
    .map(({ indicateur, date, valeur_imprimee, unite }) => ({
      year: Number(date),
      indicator: { code: measures[indicateur!], producer: "MSA" },
      observation: { value: Number(valeur_imprimee), unit: unite },
    }));
  expect(expected).toHaveLength(9);
  expect(found).toHaveLength(9);
  expect(found).toEqual(expect.arrayContaining(expected));
});

test("a year the MSA said nothing of is not transmitted, never 0", async () => {
  const { data } = await hub.query(
    `{ department: territory(level: DEPARTMENT, code: "93") {
      values(years: [2015], indicators: ["BENEFICIARIES", "CHILDREN_UNDER_SIX", "SINGLE_PARENT_FAMILIES"]) { observation { value status } }
      ruralProgrammes(first: 1) { totalCount } msaMeans { label }
    } }`,
  );
  expect(data.department.values).toEqual(Array.from({ length: 3 }, () => ({ observation: { value: null, status: "NOT_TRANSMITTED" } })));
  expect(data.department).toMatchObject({ ruralProgrammes: { totalCount: 0 }, msaMeans: [] });
});

test("the means the MSA commits to are those the document prints for it", async () => {
  const { data } = await hub.query(`{ department: territory(level: DEPARTMENT, code: "52") { msaMeans { axis label } } }`);
  const printed = csvRows("data/documents/haute-marne/plan-means.csv").filter(({ organisme }) => organisme === "MSA");
  expect(printed).toHaveLength(4);
  expect(data.department.msaMeans).toEqual(printed.map(({ axe, libelle }) => ({ axis: Number(axe), label: libelle })));
});
