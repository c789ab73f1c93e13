import { expect, test } from "vitest";
import { isPlanLate, planDueOn } from "../../../../subgraphs/pmi/plans/late.ts";

test("a plan is due on 31 January of its year", () => {
  expect(planDueOn(2027)).toBe("2027-01-31");
});

test.each([
  ["established the day before", "2027-01-30", "2027-06-01", false],
  ["established on 31 January itself", "2027-01-31", "2027-06-01", false],
  ["established on 1 February", "2027-02-01", "2027-06-01", true],
  ["established the year before", "2026-12-15", "2027-06-01", false],
  ["not yet established, the day before", null, "2027-01-30", false],
  ["not yet established, on 31 January", null, "2027-01-31", false],
  ["not yet established, on 1 February", null, "2027-02-01", true],
])("%s", (_, establishedOn, today, isLate) => {
  expect(isPlanLate({ year: 2027, establishedOn }, today)).toBe(isLate);
});
