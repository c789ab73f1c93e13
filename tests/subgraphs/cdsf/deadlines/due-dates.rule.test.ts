import { expect, test } from "vitest";
import { dueDates } from "../../../../subgraphs/cdsf/deadlines/due-dates.ts";

const scheme = (adoptedOn: string | null, endOn: string | null) => ({ adoptedOn, endOn });
const rule = (anchor: Parameters<typeof dueDates>[0]["anchor"], months: number | null, monthDay: string | null = null) => ({
  anchor,
  months,
  monthDay,
  inForceFrom: null as string | null,
});
const evaluation = rule("SCHEME_END", -3);
const transmission = rule("SCHEME_ADOPTION", 1);

test("a deadline of the calendar falls once a year, schemes or not", () => {
  expect(dueDates(rule("YEAR", null, "01-31"), 2027, [])).toEqual(["2027-01-31"]);
  expect(dueDates(rule("YEAR", null, "12-01"), 2027, [scheme("2027-01-01", null), scheme(null, null)])).toEqual(["2027-12-01"]);
});

test.each([
  ["2019-12-31", 2019, ["2019-09-30"]],
  ["2019-12-31", 2018, []],
  ["2019-12-31", 2020, []],
  ["2020-01-15", 2019, ["2019-10-15"]],
  ["2020-01-15", 2020, []],
  ["2028-05-31", 2028, ["2028-02-29"]],
])("the evaluation of a scheme that ends on %s is due in %i on %j", (endOn, year, dates) => {
  expect(dueDates(evaluation, year, [scheme("2015-06-01", endOn)])).toEqual(dates);
});

test("a scheme is due a month after its adoption, and each scheme has its own day", () => {
  const schemes = [scheme("2026-12-14", "2031-12-31"), scheme("2027-01-31", null), scheme(null, "2027-05-31")];
  expect(dueDates(transmission, 2027, schemes)).toEqual(["2027-01-14", "2027-02-28"]);
  expect(dueDates(evaluation, 2027, schemes)).toEqual(["2027-02-28"]);
});

test("what is counted from a day that the hub does not know is due on none", () => {
  for (const anchor of ["COMMITTEE_RENEWAL", "SEAT_VACANCY", "AUTHORITY_SCHEME_ADOPTION"] as const)
    expect(dueDates(rule(anchor, 1), 2027, [scheme("2027-01-01", "2027-06-30")])).toEqual([]);
});

test.each([
  ["2026-01-31", 2026, ["2026-01-31"]],
  ["2026-02-01", 2026, []],
  ["2026-02-01", 2027, ["2027-01-31"]],
  ["2026-01-01", 2025, []],
])("under a rule in force from %s, what is due on 31 January is due in %i on %j", (inForceFrom, year, dates) => {
  expect(dueDates({ ...rule("YEAR", null, "01-31"), inForceFrom }, year, [])).toEqual(dates);
});
