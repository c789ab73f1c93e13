import { expect, test } from "vitest";
import { authorisationEnd } from "../../../../subgraphs/pmi/facilities/authorisation-end.ts";

/** D. 2324-24-2-1 CSP: the first and the last day of each line of its table. */
test.each([
  ["1950-01-01", "AUTHORISATION", "2027-12-31"],
  ["1980-12-31", "AUTHORISATION", "2027-12-31"],
  ["1981-01-01", "OPINION", "2028-12-31"],
  ["2000-12-31", "AUTHORISATION", "2028-12-31"],
  ["2001-01-01", "AUTHORISATION", "2030-12-31"],
  ["2011-12-31", "OPINION", "2030-12-31"],
  ["2012-01-01", "AUTHORISATION", "2032-12-31"],
  ["2020-12-31", "AUTHORISATION", "2032-12-31"],
  ["2021-01-01", "OPINION", "2034-12-31"],
  ["2023-12-18", "AUTHORISATION", "2034-12-31"],
  ["2023-12-19", "AUTHORISATION", "2038-12-18"],
  ["2023-12-19", "OPINION", "2034-12-31"],
  ["2024-02-29", "AUTHORISATION", "2039-02-28"],
  ["2024-03-02", "AUTHORISATION", "2039-03-01"],
  ["2024-12-31", "OPINION", "2034-12-31"],
  ["2025-01-01", "OPINION", "2039-12-31"],
] as const)("given on %s, an %s ends on %s", (givenOn, kind, endsOn) => {
  expect(authorisationEnd(givenOn, kind)).toBe(endsOn);
});
