import { expect, test } from "vitest";
import { endsSoon, isInForce, isOver } from "../../../../subgraphs/access/habilitations/in-force.ts";

const year = { validFrom: "2027-01-01", validTo: "2027-12-31", revokedOn: null };
const revoked = { ...year, revokedOn: "2027-06-15" };

test.each([
  ["on the day before its first", year, "2026-12-31", { inForce: false, over: false }],
  ["on its first day", year, "2027-01-01", { inForce: true, over: false }],
  ["on its last day", year, "2027-12-31", { inForce: true, over: false }],
  ["on the day after", year, "2028-01-01", { inForce: false, over: true }],
  ["on the day before its revocation", revoked, "2027-06-14", { inForce: true, over: false }],
  ["on the day of its revocation", revoked, "2027-06-15", { inForce: false, over: true }],
  ["after its revocation", revoked, "2027-06-16", { inForce: false, over: true }],
  ["revoked before its first day", { ...year, revokedOn: "2026-12-01" }, "2027-01-01", { inForce: false, over: true }],
])("%s", (_, validity, today, expected) => {
  expect({ inForce: isInForce(validity, today), over: isOver(validity, today) }).toEqual(expected);
});

test.each([
  ["91 days before its last day", year, "2027-10-01", false],
  ["90 days before it", year, "2027-10-02", true],
  ["91 days before its revocation", revoked, "2027-03-16", false],
  ["90 days before it", revoked, "2027-03-17", true],
])("it ends soon, %s", (_, validity, today, soon) => {
  expect(endsSoon(validity, today)).toBe(soon);
});
