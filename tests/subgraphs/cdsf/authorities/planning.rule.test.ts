import { expect, test } from "vitest";
import type { AuthorityScheme } from "../../../../subgraphs/cdsf/authorities/authority-scheme.entity.ts";
import { obligationsOf } from "../../../../subgraphs/cdsf/authorities/obligation.ts";
import { type PlanningFacts, planningOf } from "../../../../subgraphs/cdsf/authorities/planning.ts";

const agreement = { id: "ctg", startOn: "2025-01-01", endOn: "2025-12-31" };
const scheme = { id: "s", adoptedOn: "2025-03-01", startOn: "2025-02-01", endOn: "2025-12-31" } as AuthorityScheme;
const facts = (told: Partial<PlanningFacts> = {}): PlanningFacts => ({
  population: 10_001,
  planner: "COMMUNE:52121",
  isOwnPlanner: true,
  agreements: [],
  schemes: [],
  ...told,
});

test.each([
  ["before the law", {}, "2024-12-31", "NOT_REQUIRED"],
  ["exactly 10 000 inhabitants", { population: 10_000 }, "2025-01-01", "NOT_REQUIRED"],
  ["one more, and nothing", {}, "2025-01-01", "MISSING"],
  ["no population", { population: null }, "2025-01-01", "UNKNOWN"],
  ["nobody said who plans", { planner: null, agreements: [agreement] }, "2025-06-01", "UNKNOWN"],
  ["the first day of a CTG", { agreements: [agreement] }, "2025-01-01", "COVERED_BY_CTG"],
  ["its last day", { agreements: [agreement] }, "2025-12-31", "COVERED_BY_CTG"],
  ["the day after", { agreements: [agreement] }, "2026-01-01", "MISSING"],
  ["a CTG without end", { agreements: [{ ...agreement, endOn: null }] }, "2025-06-01", "UNKNOWN"],
  [
    "a scheme of which no day is known",
    { schemes: [{ ...scheme, startOn: null, endOn: null } as AuthorityScheme] },
    "2025-06-01",
    "UNKNOWN",
  ],
  ["a CTG without end that begins later", { agreements: [{ ...agreement, startOn: "2025-07-01", endOn: null }] }, "2025-06-01", "MISSING"],
  ["a CTG and a scheme", { agreements: [agreement], schemes: [scheme] }, "2025-06-01", "COVERED_BY_CTG"],
  ["a scheme on the day of its adoption", { schemes: [scheme] }, "2025-03-01", "OWN_SCHEME"],
  ["a scheme the day before", { schemes: [scheme] }, "2025-02-28", "MISSING"],
  ["a scheme, and a Caf that does not answer", { agreements: null, schemes: [scheme] }, "2025-06-01", "OWN_SCHEME"],
  ["a Caf that does not answer", { agreements: null }, "2025-06-01", "UNKNOWN"],
])("%s", (_, told, on, status) => {
  expect(planningOf(facts(told), on).status).toBe(status);
});

test("the reason says who plans", () => {
  expect(planningOf(facts(), "2025-06-01").reason).toContain("par elle-même");
  expect(planningOf(facts({ isOwnPlanner: false }), "2025-06-01").reason).toContain("par l'intercommunalité");
});

test.each([
  [3_500, "2025-01-01", 2],
  [3_501, "2025-01-01", 4],
  [10_000, "2026-01-01", 4],
  [10_001, "2025-12-31", 5],
  [10_001, "2026-01-01", 6],
  [10_001, "2024-12-31", 0],
])("%i inhabitants on %s: %i obligations", (population, on, count) => {
  expect(obligationsOf(population, on)).toHaveLength(count);
});
