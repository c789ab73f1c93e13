import { expect, test } from "vitest";
import { isOpinionAsked, opinionDueOn, opinionOutcome } from "../../../subgraphs/cdsf/projects/opinion-outcome.ts";

const dueOn = opinionDueOn("2025-04-15");
const said = { dueOn, givenOn: "2025-08-15", given: "UNFAVOURABLE" as const };

test("the authority has four months", () => {
  expect([dueOn, opinionDueOn("2025-10-31")]).toEqual(["2025-08-15", "2026-02-28"]);
});

test.each([
  [said, "2025-08-14", "PENDING"],
  [said, "2025-08-15", "UNFAVOURABLE"],
  [said, "2025-12-01", "UNFAVOURABLE"],
  [{ ...said, givenOn: "2025-08-16" }, "2025-08-15", "PENDING"],
  [{ ...said, givenOn: "2025-08-16" }, "2025-08-16", "TACIT"],
  [{ dueOn, givenOn: null, given: null }, "2025-08-15", "PENDING"],
  [{ dueOn, givenOn: null, given: null }, "2025-08-16", "TACIT"],
])("%o on %s is %s", (opinion, on, outcome) => {
  expect(opinionOutcome(opinion, on)).toBe(outcome);
});

test("it bears on creations, extensions and transformations", () => {
  const kinds = ["CREATION", "EXTENSION", "TRANSFORMATION", "TRANSFER", "REDUCTION", "CLOSURE"] as const;
  expect(kinds.filter(isOpinionAsked)).toEqual(["CREATION", "EXTENSION", "TRANSFORMATION"]);
});
