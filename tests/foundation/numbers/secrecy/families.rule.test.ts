import { describe, expect, test } from "vitest";
import { compile } from "../../../../foundation/numbers/secrecy/statements/compile.ts";
import type { Family } from "../../../../foundation/numbers/secrecy/statements/family.ts";
import type { Geography } from "../../../../foundation/numbers/secrecy/geography.ts";
import type { RecordedRow } from "../../../../foundation/numbers/secrecy/recorded-row.ts";
import type { Role } from "../../../../foundation/numbers/secrecy/rules/secrecy-rules.ts";
import { decide } from "../../../../foundation/suppression/decide.ts";
import { verify } from "../../../../foundation/suppression/verify.ts";
import { TerritoryLevel } from "../../../../foundation/territories/territory-level.ts";
import { intervals, rounding } from "./attacker.ts";

/** Communes of each EPCI of one department. */
function geography(vintage: number, members: Record<string, string[]>): Geography {
  const codes = Object.values(members).flat();
  return {
    vintage,
    communes: new Map(codes.map((code) => [code, [code]])),
    districts: new Map(),
    epcis: new Map(Object.entries(members)),
    departments: new Map([["D", codes]]),
    departmentOf: new Map(codes.map((code) => [code, "D"])),
    unions: new Map(),
    regions: new Map(),
  };
}

type Told = Omit<RecordedRow, "id" | "recordedAt" | "isNew" | "hidden">;

const nothing = { numerator: null, denominator: null, establishments: null, largestShare: null, isPublic: false, roundedTo: null };
const count = (measure: string, level: TerritoryLevel, code: string, value: number, more: Partial<Told> = {}): Told => ({
  ...{ measure, level, code, year: 2023, perimeter: 2025, value, ...nothing, ...more },
});
const rate = (measure: string, code: string, numerator: number, denominator: number): Told =>
  count(measure, COMMUNE, code, Math.round((1000 * numerator) / denominator) / 10, { numerator, denominator });
const amount = (level: TerritoryLevel, code: string, value: number, establishments: number, largestShare: number): Told =>
  count("E01", level, code, value, { establishments, largestShare });

const { COMMUNE, EPCI, DEPARTMENT } = TerritoryLevel;

/** Records imports one after the other, each decided by all that was told. @returns the rows, each with what of it is not shown */
async function play(geographies: Geography[], imports: Told[][], without?: Family): Promise<RecordedRow[]> {
  const recorded: RecordedRow[] = [];
  for (const [time, told] of imports.entries()) {
    const rows = told.map(
      (row, index): RecordedRow => ({ ...row, id: `${time}.${index}`, recordedAt: `${time}`, isNew: true, hidden: [] }),
    );
    const problem = compile([...recorded, ...rows], geographies, without);
    const decision = await decide(problem);
    expect([verify(problem, decision), [...decision.exposed]]).toEqual([[], []]);
    const before = new Set(problem.statements.flatMap(({ state, decision: id }) => (state === "WITHHELD" ? id : [])));
    for (const row of rows) {
      const shown = Object.entries(problem.shownBy.get(row) ?? {});
      const hidden = shown.flatMap(([role, id]) => (decision.withheld.has(id) || before.has(id) ? (role as Role) : []));
      recorded.push({ ...row, isNew: false, hidden });
    }
  }
  return recorded;
}

/**
 * What whoever reads all that is shown, and reasons by linear programming, finds of the numbers that are to be protected.
 * @param own id of an amount that he makes up alone, and knows
 */
function attack(geographies: Geography[], rows: RecordedRow[], own?: string): string[] {
  const { unknowns, statements } = compile(rows, geographies);
  const facts = statements.flatMap(({ state, terms, lower, upper }) =>
    state === "WITHHELD"
      ? []
      : { lower, upper, terms: terms.map(([unknown, coefficient]): [string, number] => [unknowns[unknown]!.id, coefficient]) },
  );
  for (const { id, value } of unknowns) if (id === own) facts.push({ lower: value!, upper: value!, terms: [[id, 1]] });
  const floors = new Map(unknowns.map(({ id, floor }) => [id, floor]));
  const found = intervals({ floors, facts })!;
  return unknowns.flatMap(({ id, width, isSmall, kind, value }) => {
    const [least, most] = found.get(id)!;
    const isSecret = (isSmall && id !== own) || (kind === "UNTOLD" && most > rounding && most <= width + rounding);
    return isSecret && most - least < width - rounding ? `${id} = ${value}` : [];
  });
}

const one = geography(2025, { E: ["a", "b", "c"], F: ["d", "e"] });
const isPublic = { isPublic: true };

describe.each<[name: string, family: Family, geographies: Geography[], imports: Told[][]]>([
  [
    "a commune moves to another EPCI; the old total and the new parts are both shown",
    "vintages",
    [one, geography(2026, { E: ["a", "b"], F: ["c", "d", "e"] })],
    [
      [count("B15", EPCI, "E", 104), count("B15", EPCI, "F", 150)],
      [
        ["a", 60],
        ["b", 40],
        ["c", 4],
        ["d", 90],
        ["e", 60],
      ].map(([code, value]) => count("B15", COMMUNE, code as string, value as number, { perimeter: 2026 })),
    ],
  ],
  [
    "public rates and public places bound the children of the large communes; the EPCI's total does the rest",
    "rates",
    [geography(2025, { E: ["a", "b", "s"], F: ["d", "e"] })],
    [
      [
        count("T1", COMMUNE, "a", 57, isPublic),
        count("T1", COMMUNE, "b", 41, isPublic),
        count("A01", EPCI, "E", 210),
        count("A01", EPCI, "F", 201),
      ],
      [rate("B03", "a", 57, 120), rate("B03", "b", 41, 83), rate("B03", "d", 60, 131), rate("B03", "e", 33, 70)],
      [count("A01", COMMUNE, "s", 7)],
    ],
  ],
  [
    "a count that its publisher rounds, its neighbour and their total",
    "roundings",
    [one],
    [
      [count("B15", COMMUNE, "a", 15, { ...isPublic, roundedTo: 5 })],
      [count("B15", COMMUNE, "a", 13), count("B15", COMMUNE, "b", 7), count("B15", COMMUNE, "c", 60), count("B15", EPCI, "E", 80)],
    ],
  ],
  ["27 of 30: three are not", "complements", [one], [[rate("A06", "a", 27, 30), rate("A06", "b", 20, 60), rate("A06", "c", 30, 80)]]],
  [
    "a correction lets what protected a small number be shown: versions are compared",
    "memory",
    [one],
    [
      [count("B15", COMMUNE, "a", 12), count("B15", COMMUNE, "b", 15), count("B15", COMMUNE, "c", 2), count("B15", EPCI, "E", 29)],
      [count("B15", COMMUNE, "a", 31), count("B15", COMMUNE, "b", 15), count("B15", COMMUNE, "c", 2), count("B15", EPCI, "E", 48)],
    ],
  ],
  [
    "a commune of which nobody told anything, and that did not change when its neighbour did",
    "memory",
    [one],
    [
      [count("B15", COMMUNE, "a", 43), count("B15", COMMUNE, "b", 30), count("B15", EPCI, "E", 111)],
      [count("B15", COMMUNE, "a", 9), count("B15", COMMUNE, "b", 30), count("B15", EPCI, "E", 77)],
    ],
  ],
  [
    "a commune of which nobody told anything: the rest of a total",
    "untold",
    [one],
    [[count("B15", COMMUNE, "a", 60), count("B15", COMMUNE, "b", 40), count("B15", EPCI, "E", 104)]],
  ],
  [
    "two measures with one denominator",
    "linked",
    [one],
    [
      [count("A01", COMMUNE, "a", 60), count("A01", COMMUNE, "b", 40), count("A01", COMMUNE, "c", 4), count("A01", EPCI, "E", 104)],
      [rate("A06", "a", 20, 60), rate("A06", "b", 15, 40)],
    ],
  ],
  [
    "an amount that two establishments make up",
    "dominance",
    [one],
    [
      [
        amount(COMMUNE, "a", 300, 2, 60),
        amount(COMMUNE, "b", 200, 5, 30),
        amount(COMMUNE, "c", 900, 4, 40),
        amount(DEPARTMENT, "D", 1800, 12, 30),
      ],
    ],
  ],
])("%s", (_, family, geographies, imports) => {
  test("is not found", async () => {
    expect(attack(geographies, await play(geographies, imports))).toEqual([]);
  });

  test(`is found without ${family}`, async () => {
    expect(attack(geographies, await play(geographies, imports, family))).not.toEqual([]);
  });
});

test("of a number that its publisher rounds, what he left open is kept: the hub's own total does not tell it", async () => {
  const rows = await play(
    [one],
    [
      [count("B15", COMMUNE, "c", 5, { ...isPublic, roundedTo: 5 })],
      [count("B15", COMMUNE, "a", 60), count("B15", COMMUNE, "b", 40), count("B15", COMMUNE, "c", 7), count("B15", EPCI, "E", 107)],
    ],
  );
  const { unknowns, statements } = compile(rows, [one]);
  const facts = statements.flatMap(({ state, terms, lower, upper }) =>
    state === "WITHHELD" ? [] : { lower, upper, terms: terms.map(([unknown, c]): [string, number] => [unknowns[unknown]!.id, c]) },
  );
  const found = intervals({ floors: new Map(unknowns.map(({ id, floor }) => [id, floor])), facts })!;
  const [least, most] = found.get("B15||2023|c|1")!;
  expect([Math.round(least), Math.round(most)]).toEqual([3, 7]);
});

test("an establishment that makes up an amount alone finds no other with it, unless the engine forgets that it knows", async () => {
  const imports = [
    [
      amount(COMMUNE, "a", 300, 1, 100),
      amount(COMMUNE, "b", 200, 1, 100),
      amount(COMMUNE, "c", 900, 4, 40),
      amount(EPCI, "E", 1400, 6, 30),
    ],
  ];
  const foundBy = async (without?: Family) => {
    const rows = await play([one], imports, without);
    return ["a", "b"].flatMap((code) => attack([one], rows, `E01||2023|${code}|1`));
  };
  expect(await foundBy()).toEqual([]);
  expect(await foundBy("insiders")).not.toEqual([]);
});
