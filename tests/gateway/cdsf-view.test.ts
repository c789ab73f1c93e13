import { afterAll, beforeAll, expect, test } from "vitest";
import { cdsfView } from "../cdsf-view.ts";
import { type Hub, startHub } from "../hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

test.each([
  ["52", "Haute-Marne"],
  ["92", "Hauts-de-Seine"],
  ["93", "Seine-Saint-Denis"],
  ["ZZ", "Département de démonstration"],
])("the CDSF view of %s answers every indicator with a value or a reason", async (department, name) => {
  const { data, errors } = await hub.query(cdsfView, { department, year: 2025 });
  expect(errors).toBeUndefined();
  expect(data.committee.department.name).toBe(name);
  const law = data.committee.department.values.filter(({ indicator }: any) => indicator.annex !== "LOCAL");
  expect(new Set(law.map(({ indicator }: any) => indicator.code)).size).toBe(88);
  expect(law).toHaveLength(88);
  for (const { observation } of data.committee.department.values) {
    expect(observation.status).toMatch(/^[A-Z_]+$/);
    const hasValue = ["PUBLISHED", "PROVISIONAL", "ESTIMATED", "LOWER_BOUND"].includes(observation.status);
    expect(observation.value !== null).toBe(hasValue);
    if (hasValue) expect(observation.source.publisher).toBeTruthy();
  }
  expect(data.committee.department.deadlines.length).toBeGreaterThanOrEqual(4);
});
