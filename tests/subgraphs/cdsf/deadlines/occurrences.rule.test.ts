import { describe, expect, test } from "vitest";
import { DeadlineAnchor, type DeadlineRule } from "../../../../subgraphs/cdsf/deadlines/deadline-rule.entity.ts";
import type { Facts, KnownScheme } from "../../../../subgraphs/cdsf/deadlines/facts.ts";
import { occurrencesBetween } from "../../../../subgraphs/cdsf/deadlines/occurrences.ts";

const scheme = (told: Partial<KnownScheme>): KnownScheme => ({
  id: "52-2016",
  startYear: 2016,
  endYear: 2019,
  endOn: null,
  adoptedOn: null,
  transmittedOn: null,
  isTransmitted: false,
  ...told,
});
const facts = (told: Partial<Facts> = {}): Facts => ({
  department: "52",
  renewedOn: null,
  schemes: [],
  documents: [],
  transmittedKinds: [],
  vacancies: [],
  authoritySchemes: [],
  ...told,
});
const rule = (code: string, anchor: DeadlineAnchor, months: number | null, monthDay: string | null = null): DeadlineRule => ({
  code,
  anchor,
  months,
  monthDay,
  label: code,
  owners: [],
  printedOwner: "",
  legalBasis: "",
  inForceFrom: null,
});
const plan = rule("INSPECTION_PLAN", DeadlineAnchor.YEAR, null, "01-31");
const evaluation = rule("EVALUATION_REPORT", DeadlineAnchor.SCHEME_END, -3);
const transmission = rule("SCHEME_TRANSMISSION", DeadlineAnchor.SCHEME_ADOPTION, 1);
const adoption = rule("SCHEME_ADOPTION", DeadlineAnchor.COMMITTEE_RENEWAL, 12);
const afterElections = rule("SCHEME_AFTER_ELECTIONS", DeadlineAnchor.MUNICIPAL_ELECTIONS, 12);

const between = (from: string, to: string, rules: DeadlineRule[], told: Partial<Facts> = {}) =>
  occurrencesBetween(from, to, rules, facts(told), "2099-12-31");
const days = (...asked: Parameters<typeof between>) => between(...asked).map(({ dueOn }) => dueOn);

test("a deadline of the calendar falls once a year, on its day, both ends of the period in", () => {
  expect(days("2026-01-31", "2028-01-30", [plan])).toEqual(["2026-01-31", "2027-01-31"]);
  expect(days("2026-01-31", "2028-01-31", [plan])).toHaveLength(3);
  expect(between("2027-01-01", "2027-12-31", [plan])[0]).toMatchObject({ subject: "année 2027", dueOnIsExact: true });
});

test.each([
  ["2019-12-31", "2019-09-30", true],
  ["2020-01-15", "2019-10-15", true],
  ["2028-05-31", "2028-02-29", true],
  [null, "2019-09-30", false],
])("the evaluation of a scheme that ends on %s is due on %s", (endOn, dueOn, dueOnIsExact) => {
  const schemes = [scheme({ endOn })];
  expect(
    between("2019-01-01", "2021-12-31", [evaluation], { schemes }).concat(between("2028-01-01", "2028-12-31", [evaluation], { schemes })),
  ).toMatchObject([{ dueOn, dueOnIsExact, subject: "schéma 2016-2019" }]);
});

test("a scheme is due a month after its adoption, each on its own day; one of which the day is not known, on none", () => {
  const schemes = [scheme({ adoptedOn: "2026-12-14" }), scheme({ adoptedOn: "2027-01-31" }), scheme({})];
  expect(days("2027-01-01", "2027-12-31", [transmission], { schemes })).toEqual(["2027-01-14", "2027-02-28"]);
});

test("a scheme is to be adopted within twelve months of the committee's renewal, and of the elections", () => {
  expect(days("2023-01-01", "2025-12-31", [adoption], { renewedOn: "2023-03-14" })).toEqual(["2024-03-14"]);
  expect(days("2023-01-01", "2025-12-31", [adoption])).toEqual([]);
  expect(days("2026-01-01", "2028-12-31", [afterElections])).toEqual(["2027-03-22"]);
});

test("what is counted from what the hub does not keep is due on no day", () => {
  const others = [DeadlineAnchor.SEAT_VACANCY, DeadlineAnchor.AUTHORITY_SCHEME_ADOPTION].map((anchor) => rule(anchor, anchor, 1));
  expect(days("2025-01-01", "2027-12-31", others, { schemes: [scheme({ adoptedOn: "2026-01-01" })], renewedOn: "2026-01-01" })).toEqual([]);
});

test("what is counted from a later fact is not there yet", () => {
  const told = facts({ renewedOn: "2023-03-14", schemes: [scheme({ adoptedOn: "2023-12-14", endOn: "2029-12-31" })] });
  const codes = (asOf: string) =>
    occurrencesBetween("2023-01-01", "2029-12-31", [adoption, transmission, evaluation], told, asOf).map(({ rule: { code } }) => code);
  expect(codes("2023-03-13")).toEqual([]);
  expect(codes("2023-03-14")).toEqual(["SCHEME_ADOPTION"]);
  expect(codes("2023-12-14")).toEqual(["SCHEME_TRANSMISSION", "SCHEME_ADOPTION", "EVALUATION_REPORT"]);
});

describe("what proves that it was held", () => {
  const held = (rules: DeadlineRule[], told: Partial<Facts>) => {
    const [{ doneOn, document, isToldOf } = {} as never] = between("2019-01-01", "2021-12-31", rules, told);
    return { doneOn, document, isToldOf };
  };
  const document = { id: "d", kind: "INSPECTION_PLAN", year: 2019, scheme: null, adoptedOn: "2019-02-01", sent: [] };
  const documents = (...changes: object[]) => changes.map((change) => ({ ...document, ...change })) as unknown as Facts["documents"];

  test("is the first document of its kind and year", () => {
    const told = documents({ id: "late", adoptedOn: "2019-03-01" }, {}, { id: "other", year: 2018 }, { id: "draft", adoptedOn: null });
    expect(held([plan], { documents: told, transmittedKinds: ["INSPECTION_PLAN"] })).toEqual({
      doneOn: "2019-02-01",
      document: "d",
      isToldOf: true,
    });
    expect(held([plan], { documents: documents({ kind: "OTHER" }) })).toEqual({ doneOn: null, document: null, isToldOf: false });
  });

  test("is of the year before for the synthesis, once it is sent to the minister", () => {
    const synthesis = rule("ANNUAL_SYNTHESIS", DeadlineAnchor.YEAR, null, "02-01");
    const sent = [
      { to: "CNAF", on: "2019-01-10" },
      { to: "MINISTER", on: "2019-01-30" },
    ];
    expect(held([synthesis], { documents: documents({ kind: "SYNTHESIS", year: 2018, sent }) }).doneOn).toBe("2019-01-30");
    expect(held([synthesis], { documents: documents({ kind: "SYNTHESIS", year: 2019, sent }) }).doneOn).toBeNull();
    expect(held([synthesis], { documents: documents({ kind: "SYNTHESIS", year: 2018, sent: sent.slice(0, 1) }) }).doneOn).toBeNull();
  });

  test("is the report of that scheme, and no other's", () => {
    const schemes = [scheme({ endOn: "2019-12-31" })];
    const report = { kind: "EVALUATION", scheme: "52-2016", adoptedOn: "2019-09-12" };
    expect(held([evaluation], { schemes, documents: documents(report) }).doneOn).toBe("2019-09-12");
    expect(held([evaluation], { schemes, documents: documents({ ...report, scheme: "52-2020" }) }).doneOn).toBeNull();
  });

  test("is a scheme adopted since the renewal, and not before", () => {
    const renewedOn = "2019-01-10";
    expect(held([adoption], { renewedOn, schemes: [scheme({ adoptedOn: "2019-01-09" })] }).doneOn).toBeNull();
    const schemes = [scheme({ adoptedOn: "2019-06-01" }), scheme({ adoptedOn: "2019-01-10", isTransmitted: true })];
    expect(held([adoption], { renewedOn, schemes })).toEqual({ doneOn: "2019-01-10", document: null, isToldOf: true });
  });

  test("of a vacant seat is that it is vacant no more", () => {
    const seat = rule("SEAT_REPLACEMENT", DeadlineAnchor.SEAT_VACANCY, 3);
    const vacancy = { category: "PARENTS" as const, number: 2, since: "2019-01-10" };
    const fallen = (until: string | null) =>
      occurrencesBetween("2019-01-01", "2019-12-31", [seat], facts({ vacancies: [{ ...vacancy, until }] }), "2019-12-31");
    expect(fallen(null)).toMatchObject([
      { dueOn: "2019-04-10", doneOn: null, isToldOf: true, subject: "siège « parents » n° 2, vacant depuis le 2019-01-10" },
    ]);
    expect(fallen("2019-03-31")).toMatchObject([{ doneOn: "2019-04-01" }]);
  });

  test("of an authority's scheme is that it was sent to the committee", () => {
    const sent = rule("AUTHORITY_SCHEME_TRANSMISSION", DeadlineAnchor.AUTHORITY_SCHEME_ADOPTION, 1);
    const authoritySchemes = [
      { id: "a", title: "Schéma de A", adoptedOn: "2019-03-20", transmittedOn: "2019-06-02" },
      { id: "b", title: "Schéma de B", adoptedOn: null, transmittedOn: null },
    ];
    expect(occurrencesBetween("2019-01-01", "2019-12-31", [sent], facts({ authoritySchemes }), "2019-12-31")).toMatchObject([
      { subject: "Schéma de A", dueOn: "2019-04-20", doneOn: "2019-06-02" },
    ]);
  });

  test("is not missed by a scheme that was only copied out of a document", () => {
    const adopted = scheme({ adoptedOn: "2019-06-01" });
    expect(held([transmission], { schemes: [adopted] }).isToldOf).toBe(false);
    const another = scheme({ transmittedOn: "2015-01-01", isTransmitted: true });
    expect(held([transmission], { schemes: [adopted, another] }).isToldOf).toBe(true);
  });
});
