import fc from "fast-check";
import { expect, test } from "vitest";
import { frenchDate, frenchNumber, isSecret } from "../../../foundation/imports/french-values.ts";

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
