import { afterAll, beforeAll, expect, test } from "vitest";
import { type Hub, startHub } from "../hub.ts";
import { answerOf } from "./saved.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test("the three real contradictions: facilities of 93, childminders of 52, home care in Saint-Denis", async () => {
  const { department, commune } = await answerOf(hub, "contradictions");
  const codes = [...department.findings, ...commune.findings].map(({ code }: any) => code);
  expect(codes).toContain("SAME_THING_UNDER_TWO_CODES");
});

test("one indicator in all departments, page by page, the greatest first", async () => {
  const { indicator } = await answerOf(hub, "indicator-by-department");
  const values = indicator.values.nodes.map(({ observation }: any) => observation.value);
  expect(values.length).toBeGreaterThan(10);
  expect(values).toEqual(values.toSorted((a: number, b: number) => b - a));
});
