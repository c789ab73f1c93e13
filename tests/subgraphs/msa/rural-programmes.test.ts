import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../../hub.ts";
import { csvRows } from "../../printed-file.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the programmes of ZZ are the file's: territory, agreement, and lines that add up to the budget", async () => {
  const { data } =
    await hub.query(`{ department: territory(level: DEPARTMENT, code: "ZZ") { ruralProgrammes(first: 100) { totalCount nodes {
    id kind territories { code } agreement { id } budget { value unit } budgetLines { label projects { value } amount { value } }
  } } } }`);
  const expected = csvRows("data/demonstration/rural-programmes.csv").map(({ id, type, territoire, convention, budget, rubriques }) => ({
    id,
    kind: type,
    territories: [{ code: territoire }],
    agreement: convention ? { id: convention } : null,
    budget: { value: Number(budget), unit: "€" },
    budgetLines: rubriques!.split("|").map((axis) => {
      const [label, projects, amount] = axis.split(":");
      return { label, projects: { value: Number(projects) }, amount: { value: Number(amount) } };
    }),
  }));
  expect(data.department.ruralProgrammes).toEqual({ totalCount: expected.length, nodes: expected });
  for (const { budget, budgetLines } of data.department.ruralProgrammes.nodes) {
    expect(budgetLines.reduce((sum: number, { amount }: any) => sum + amount.value, 0)).toBe(budget.value);
  }
});

test("a programme is found from its territory and from the agreement it completes", async () => {
  const { data } = await hub.query(`{ epci: territory(level: EPCI, code: "ZZ0000003") {
    ruralProgrammes(first: 100) { totalCount nodes { id } } agreements(first: 100) { nodes { id ruralProgrammes { id kind } } }
  } }`);
  expect(data.epci.ruralProgrammes).toEqual({ totalCount: 2, nodes: [{ id: "ZZ-R2" }, { id: "ZZ-R3" }] });
  expect(data.epci.agreements.nodes).toEqual([
    {
      id: "ZZ-CTG-3",
      ruralProgrammes: expect.arrayContaining([
        { id: "ZZ-R2", kind: "GMR" },
        { id: "ZZ-R3", kind: "FAMILY_CHARTER" },
      ]),
    },
  ]);
});
