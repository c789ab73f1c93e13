import { expect, test } from "vitest";
import { addMonths, betweenMidnights, daysBetween, isBetween, today, todayIn } from "../../foundation/day.ts";

/** Hours from UTC, in winter and in summer (décret n° 2017-292 du 6 mars 2017). */
const clocks: [department: string | undefined, winter: number, summer: number][] = [
  [undefined, 1, 2],
  ["52", 1, 2],
  ["2A", 1, 2],
  ["69M", 1, 2],
  ["ZZ", 1, 2],
  ["971", -4, -4],
  ["972", -4, -4],
  ["973", -3, -3],
  ["974", 4, 4],
  ["975", -3, -2],
  ["976", 3, 3],
  ["977", -4, -4],
  ["978", -4, -4],
  ["984", 5, 5],
  ["986", 12, 12],
  ["987", -10, -10],
  ["988", 11, 11],
  ["989", -8, -8],
];

test.each(clocks)("in %s a day begins at midnight, %i h from UTC in winter and %i h in summer", (department, winter, summer) => {
  for (const [day, before, hours] of [
    ["2026-01-15", "2026-01-14", winter],
    ["2026-07-15", "2026-07-14", summer],
  ] as const) {
    const midnight = Date.parse(day) - hours * 3_600_000;
    expect([today(department, new Date(midnight - 1)), today(department, new Date(midnight))]).toEqual([before, day]);
  }
});

test("by default the day is that of now", () => {
  expect([today("52"), today()]).toEqual(Array(2).fill(today("52", new Date())));
});

test("SQL asks the clock of the territory, or that of Paris", () => {
  expect(todayIn("p.code")).toMatch(
    /^\(now\(\) at time zone case p\.code when '971' then 'America\/Guadeloupe' when '972' then .* when '989' then 'Etc\/GMT\+8' else 'Europe\/Paris' end\)::date$/,
  );
  expect(todayIn("'52'", "timestamptz '2026-01-15'")).toMatch(/^\(timestamptz '2026-01-15' at time zone case '52' when/);
});

test.each([
  ["2026-01-31", "2026-01-31", 0],
  ["2026-01-31", "2026-02-01", 1],
  ["2026-02-01", "2026-01-31", -1],
  ["2028-02-28", "2028-03-01", 2],
  ["2026-03-28", "2026-03-30", 2],
])("from %s to %s there are %i days", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test.each([
  ["2019-12-31", -3, "2019-09-30"],
  ["2019-12-30", -3, "2019-09-30"],
  ["2019-12-29", -3, "2019-09-29"],
  ["2027-05-31", -3, "2027-02-28"],
  ["2028-05-31", -3, "2028-02-29"],
  ["2028-05-29", -3, "2028-02-29"],
  ["2027-01-31", 1, "2027-02-28"],
  ["2028-01-30", 1, "2028-02-29"],
  ["2026-12-15", 1, "2027-01-15"],
  ["2026-02-15", -3, "2025-11-15"],
  ["2024-02-29", 12, "2025-02-28"],
])("%s and %i months is %s", (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

test.each([
  ["2027-01-31T22:59:59.999Z", "2027-01-31T21:00:00Z", "2027-01-31T23:00:00Z"],
  ["2027-01-31T23:00:00Z", "2027-01-31T23:00:00Z", "2027-02-01T03:00:00Z"],
  ["2027-02-01T03:00:00Z", "2027-02-01T03:00:00Z", "2027-02-01T04:00:00Z"],
  ["2027-07-14T21:30:00Z", "2027-07-14T21:00:00Z", "2027-07-14T22:00:00Z"],
  ["2027-07-14T22:00:00Z", "2027-07-14T22:00:00Z", "2027-07-15T02:00:00Z"],
])("at %s it was midnight somewhere at %s, and is again at %s", (now, from, until) => {
  expect(betweenMidnights(Date.parse(now))).toEqual({ from: Date.parse(from), until: Date.parse(until) });
});

test.each(["2026-03-06", "2026-03-27", "2026-10-23", "2026-10-30", "2026-12-30"])(
  "in the four days from %s no territory changes its day between two midnights, and at each of them one does",
  (first) => {
    const days = (instant: number) => clocks.map(([department]) => today(department, new Date(instant))).join();
    const end = Date.parse(first) + 4 * 86_400_000;
    for (let { from, until } = betweenMidnights(Date.parse(first)); until < end; ) {
      expect(days(from)).toBe(days(until - 1));
      expect(days(until)).not.toBe(days(until - 1));
      const next = betweenMidnights(until);
      expect(next.from).toBe(until);
      ({ from, until } = next);
    }
  },
);

test.each([
  ["2024-12-31", "2025-06-30", false],
  ["2025-01-01", "2025-06-30", true],
  ["2025-06-30", "2025-06-30", true],
  ["2025-07-01", "2025-06-30", false],
  ["2999-01-01", null, true],
])("%s between the 1st of January 2025 and %s: %s", (day, last, isIn) => {
  expect(isBetween(day, "2025-01-01", last)).toBe(isIn);
});
