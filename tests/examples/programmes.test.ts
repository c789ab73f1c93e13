import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { csvRows } from "../printed-file.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the five rural programmes of ZZ, their budgets and their lines", async () => {
  const { ruralProgrammes } = (await answerOf(hub, "rural-programmes")).territory;
  const sent = csvRows("data/demonstration/rural-programmes.csv");
  expect(
    ruralProgrammes.nodes.map(({ id, kind, budget, agreement }: any) => [id, kind, budget.value, agreement?.id ?? ""]).toSorted(),
  ).toEqual(sent.map((row) => [row.id, row.type, Number(row.budget), row.convention]));
  for (const { budget, budgetLines } of ruralProgrammes.nodes)
    expect(budgetLines.reduce((sum: number, { amount }: any) => sum + amount.value, 0)).toBe(budget.value);
});

test("two agreements of ZZ are completed by « Grandir en milieu rural », one of them by a charter too", async () => {
  const { agreements } = (await answerOf(hub, "agreement-with-rural-programmes")).territory;
  const completed = agreements.nodes.map(({ id, ruralProgrammes }: any) => [
    id,
    ruralProgrammes.map(({ kind, budget }: any) => `${kind} ${budget.value}`).toSorted(),
  ]);
  expect(completed).toEqual([
    ["ZZ-CTG-1", []],
    ["ZZ-CTG-2", ["GMR 75500"]],
    ["ZZ-CTG-3", ["FAMILY_CHARTER 27000", "GMR 61900"]],
    ["ZZ-CTG-4", []],
  ]);
});
