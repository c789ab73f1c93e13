import fc from "fast-check";
import { expect, test } from "vitest";
import type { z } from "zod";
import * as cells from "../../../foundation/imports/french-values.ts";

const { frenchDate, frenchNumber, frenchYear, isSecret } = cells;

const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."0123456789 ,./-+%€*eE\u00a0\u2009\u202f\u2212"), maxLength: 30 }),
);

test("a number printed in French style is read to the digit", () => {
  const number = fc.record({
    sign: fc.constantFrom("", "-", "- ", "+"),
    whole: fc.nat({ max: 2_000_000_000 }),
    decimals: fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 5 }),
    space: fc.constantFrom("", " ", "\u00a0", "\u2009", "\u202f"),
    comma: fc.constantFrom(",", "."),
    unit: fc.constantFrom("", "%", " %", "\u00a0%", " €"),
    around: fc.constantFrom("", " "),
  });
  fc.assert(
    fc.property(number, ({ sign, whole, decimals, space, comma, unit, around }) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, space);
      const printed = `${around}${sign}${grouped}${decimals && comma + decimals}${unit}${around}`;
      expect(frenchNumber(printed)).toBe(Number(`${sign.trim()}${whole}${decimals && `.${decimals}`}`));
    }),
    { numRuns: 1000 },
  );
});

test("any other text is no number, never an infinite or an approximate one", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const value = frenchNumber(text);
      if (value !== null) expect(Math.abs(value)).toBeLessThan(1e15);
    }),
    { numRuns: 2000 },
  );
  for (const text of ["", " ", "12 x", "1,2,3", "1.234,5", "--1", "1e3", "%", "douze", "9".repeat(400), "12345678901234567"]) {
    expect(frenchNumber(text), text).toBeNull();
  }
});

test("a mark of secrecy is never a number", () => {
  for (const mark of ["*", " * ", "s", "S", "N/A - secret statistique", "n/a – secret", "secret statistique"]) {
    expect([isSecret(mark), frenchNumber(mark)], mark).toEqual([true, null]);
  }
  fc.assert(fc.property(anyText, (text) => frenchNumber(text) === null || !isSecret(text)));
});

test("a day is read in either order of writing, and a day that does not exist is none", () => {
  const calendar = (year: number, month: number) =>
    [31, year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  const two = (number: number) => String(number).padStart(2, "0");
  fc.assert(
    fc.property(fc.nat({ max: 9999 }), fc.nat({ max: 13 }), fc.nat({ max: 32 }), fc.boolean(), (year, month, day, padded) => {
      const digits = String(year).padStart(4, "0");
      const iso = `${digits}-${two(month)}-${two(day)}`;
      const french = padded ? `${two(day)}/${two(month)}/${digits}` : `${day}/${month}/${digits}`;
      const exists = year > 0 && day >= 1 && day <= calendar(year, month);
      expect([frenchDate(iso), frenchDate(french), frenchDate(` ${french} `)]).toEqual(Array(3).fill(exists ? iso : null));
    }),
    { numRuns: 2000 },
  );
});

test("any text is a real day or none", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const day = frenchDate(text);
      if (day !== null) expect(new Date(`${day}T00:00:00Z`).toISOString()).toBe(`${day}T00:00:00.000Z`);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["1234567890123456", null],
  ["123456789012345", 123_456_789_012_345],
  ["-0,5", -0.5],
  ["+3", 3],
  ["1.5", 1.5],
  ["1,", null],
  [",5", null],
  ["12 %", 12],
  ["12 % %", null],
  ["%12", null],
  ["1 200 €", 1200],
  ["a1", null],
  ["1a", null],
])("the number « %s » is %s", (printed, value) => {
  expect(frenchNumber(printed)).toBe(value);
});

test.each([
  ["*", true],
  ["**", false],
  ["s", true],
  ["ss", false],
  ["12*", false],
  ["na secret", true],
  ["n/a", false],
  ["N/A (secret)", true],
  ["secret statistique", true],
  ["le secret statistique", false],
  ["secret statistique ?", false],
])("« %s » masks a cell: %s", (printed, masks) => {
  expect(isSecret(printed)).toBe(masks);
});

test.each([
  ["0000-01-01", null],
  ["2026-02-29", null],
  ["2028-02-29", "2028-02-29"],
  ["29/02/2028", "2028-02-29"],
  [" 2028-02-29 ", "2028-02-29"],
  ["31/4/2026", null],
  ["1/1/26", null],
  ["x 1/1/2026", null],
  ["1/1/2026 x", null],
  ["2026-1-1", null],
  ["2026-01-01T00:00:00Z", null],
  ["12026-01-01", null],
])("the day « %s » is %s", (printed, day) => {
  expect(frenchDate(printed)).toBe(day);
});

test.each([
  ["1979", "2026-06-01T00:00:00Z", null],
  ["1980", "2026-06-01T00:00:00Z", 1980],
  ["2027", "2026-06-01T00:00:00Z", 2027],
  ["2028", "2026-06-01T00:00:00Z", null],
  ["2028", "2026-12-31T11:59:59Z", null],
  ["2028", "2026-12-31T12:00:00Z", 2028],
  ["20 26", "2026-06-01T00:00:00Z", null],
  ["02026", "2026-06-01T00:00:00Z", null],
  ["2026x", "2026-06-01T00:00:00Z", null],
  ["2e03", "2026-06-01T00:00:00Z", null],
])("the year « %s », read at %s, is %s", (printed, now, year) => {
  expect(frenchYear(printed, new Date(now))).toBe(year);
});

/** What a cell is read as, or the reason why it is not. */
function read(reader: z.ZodType, cell: string): unknown {
  const { success, data, error } = reader.safeParse(cell);
  return success ? data : `! ${error!.issues.map(({ message }) => message).join(" | ")}`;
}

const noNumber = "! attendu : un nombre (par exemple 1 234,5)";
const ambiguous = "! ambigu : écrivez 5000 ou 5 000, sans virgule ni point";
const noCount = "! attendu : un entier positif ou nul";
const noCountNorSecret = "! attendu : un entier positif ou nul, ou * (secret statistique)";
const noDay = "! attendu : une date (31/12/2025 ou 2025-12-31)";
const noCommune = "! attendu : un code commune Insee (5 caractères)";
const noSiren = "! attendu : un SIREN (9 chiffres)";
const noDepartment = "! attendu : un code département (52, 2A, 971, 69M…)";

type Reading = [name: string, reader: z.ZodType, cell: string, value: unknown];

test.each<Reading>([
  ["text", cells.text, " Chaumont ", "Chaumont"],
  ["text", cells.text, "  ", "! cellule vide"],
  ["optionalText", cells.optionalText, " a ", "a"],
  ["optionalText", cells.optionalText, "  ", null],
  ["decimal", cells.decimal, "1 234,5", 1234.5],
  ["decimal", cells.decimal, "douze", noNumber],
  ["decimal", cells.decimal, "", noNumber],
  ["count", cells.count, "0", 0],
  ["count", cells.count, "2147483647", 2_147_483_647],
  ["count", cells.count, "2147483648", noCount],
  ["count", cells.count, "-1", noCount],
  ["count", cells.count, "1,5", noCount],
  ["count", cells.count, "douze", noNumber],
  ["count", cells.count, "5,000", ambiguous],
  ["count", cells.count, " -12.345 ", ambiguous],
  ["count", cells.count, "123.456", ambiguous],
  ["count", cells.count, "12345", 12_345],
  ["count", cells.count, "1,00O", noNumber],
  ["count", cells.count, "5 000", 5_000],
  ["count", cells.count, "5,0000", 5],
  ["count", cells.count, "1234,000", 1_234],
  ["countOrSecret", cells.countOrSecret, "*", null],
  ["countOrSecret", cells.countOrSecret, "12", 12],
  ["countOrSecret", cells.countOrSecret, "douze", noCountNorSecret],
  ["day", cells.day, "31/12/2025", "2025-12-31"],
  ["day", cells.day, "hier", noDay],
  ["year", cells.year, "2025", 2025],
  ["year", cells.year, "1979", "! attendu : une année entre 1980 et l'an prochain"],
  ["orEmpty", cells.orEmpty(cells.decimal), " ", null],
  ["orEmpty", cells.orEmpty(cells.decimal), "1,5", 1.5],
  ["orEmpty", cells.orEmpty(cells.decimal), "douze", noNumber],
  ["list", cells.list(cells.text), " a | b||c ", ["a", "b", "c"]],
  ["list", cells.list(cells.text), "  ", []],
  ["list", cells.list(cells.decimal), "1,5|2", [1.5, 2]],
  ["list", cells.list(cells.decimal), "1|x", noNumber],
  ["communeCode", cells.communeCode, "52121", "52121"],
  ["communeCode", cells.communeCode, "2A004", "2A004"],
  ["communeCode", cells.communeCode, "2B033", "2B033"],
  ["communeCode", cells.communeCode, "ZZ001", "ZZ001"],
  ["communeCode", cells.communeCode, "2C004", noCommune],
  ["communeCode", cells.communeCode, " 52121 ", "52121"],
  ["communeCode", cells.communeCode, "5212", "! 5212 : il manque le zéro de gauche ?"],
  ["communeCode", cells.communeCode, "0212", noCommune],
  ["departmentCode", cells.departmentCode, "5", "! 5 : il manque le zéro de gauche ?"],
  ["siren", cells.siren, "200 027 308", "200027308"],
  ["communeCode", cells.communeCode, "521210", noCommune],
  ["communeCode", cells.communeCode, "x52121", noCommune],
  ["communeCode", cells.communeCode, "ZZ00x", noCommune],
  ["siren", cells.siren, "200027308", "200027308"],
  ["siren", cells.siren, "ZZ0000001", "ZZ0000001"],
  ["siren", cells.siren, "20002730", noSiren],
  ["siren", cells.siren, "2000273080", noSiren],
  ["siren", cells.siren, "x200027308", noSiren],
  ["siren", cells.siren, "ZZ000000x", noSiren],
  ...["52", "2A", "2B", "971", "989", "69D", "69M", "6AE", "ZZ"].map(
    (code): Reading => ["departmentCode", cells.departmentCode, code, code],
  ),
  ...["052", "2C", "961", "9711", "69X", "x52", "52x", "ZZZ", "xZZ", ""].map(
    (code): Reading => ["departmentCode", cells.departmentCode, code, noDepartment],
  ),
])("%s reads a cell: case %$", (_, reader, cell, expected) => {
  expect(read(reader, cell)).toEqual(expected);
});
