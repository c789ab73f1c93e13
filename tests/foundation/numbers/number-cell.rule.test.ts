import { expect, test } from "vitest";
import { numberCell, usual } from "../../../foundation/numbers/number-cell.ts";
import { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { perHundredIn, rangeOf } from "../../../foundation/numbers/range.ts";

const rate = numberCell({ absent: { ...usual.empty, ...usual.unknown, ...usual.secret, ...usual.noObject }, flags: usual.flags });
const bounded = numberCell({ absent: usual.empty, range: perHundredIn(TerritoryLevel.EPCI) });
const counted = numberCell({ absent: usual.secret, isCount: true });

test.each([
  ["12,5", 12.5, "PUBLISHED", null],
  ["1\u202f234", 1234, "PUBLISHED", null],
  ["85 %", 85, "PUBLISHED", null],
  ["12,5 (p)", 12.5, "PROVISIONAL", "12,5 (p)"],
  ["12 e", 12, "ESTIMATED", "12 e"],
  ["12(R)", 12, "PUBLISHED", "12(R)"],
  ["", null, "NOT_TRANSMITTED", null],
  [" ND ", null, "NOT_TRANSMITTED", "ND"],
  ["s", null, "SUPPRESSED", "s"],
  ["*", null, "SUPPRESSED", "*"],
  ["N/A - secret statistique", null, "SUPPRESSED", "N/A - secret statistique"],
  ["so", null, "NOT_APPLICABLE", "so"],
])("« %s » is %j, %s", (cell, value, status, printed) => {
  expect(rate.parse(cell)).toEqual({ value, status, printed });
});

test("a mark that a dataset does not declare is refused, with those that it does", () => {
  expect(counted.safeParse("nd").error!.issues[0]!.message).toMatch(/^attendu : un nombre .* ; ou « \* », « s »/);
  expect(counted.safeParse("12 (p)").success).toBe(false);
});

test.each(["5,000", "5.000"])("of what is counted, %s may be two numbers", (cell) => {
  expect(counted.safeParse(cell).error!.issues[0]!.message).toContain("écrivez 5000 ou 5 000");
  expect(rate.parse(cell).value).toBe(5);
});

test.each([
  ["0", 0],
  ["195,8", 195.8],
  ["300", 300],
])("%s is a rate for a hundred", (cell, value) => {
  expect(bounded.parse(cell).value).toBe(value);
});

test.each(["5080", "300,1", "-0,1"])("%s is none: it may have lost its decimal mark", (cell) => {
  expect(bounded.safeParse(cell).error!.issues[0]!.message).toBe(
    "attendu : un nombre de 0 à 300 (a-t-il perdu sa virgule : 5080 pour 50,80 ?) ; ou une cellule vide",
  );
});

test.each([
  ["births-change-rate", "%", "DEPARTMENT", -300, 300],
  ["population-change", "habitants", "DEPARTMENT", -Infinity, Infinity],
  ["population", "habitants", "COMMUNE", 0, Infinity],
  ["B01", "places / 100 enfants < 3 ans", "EPCI", 0, 300],
  ["B01", "places / 100 enfants < 3 ans", "COMMUNE", 0, 2000],
  ["ctg-commune-share", "%", "NATION", 0, 300],
] as const)("a number of %s in %s of a %s is of %i to %i", (measure, unit, level, least, most) => {
  expect(rangeOf(measure, unit, level)).toEqual({ least, most });
});

test.each(["-1", "1,5"])("%s counts nothing", (cell) => {
  expect(counted.safeParse(cell).error!.issues[0]!.message).toContain("attendu : un entier positif ou nul");
});
