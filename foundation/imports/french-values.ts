import { z } from "zod";
import { today } from "../day.ts";

/** How French publishers print numbers, dates and codes, read once and for all datasets. */

const spaces = /[\s\u00a0\u2009\u202f]/g;
const secret = /^(\*|n\/?a\b.*secret.*|secret statistique|s)$/i;

/**
 * Reads a printed number: decimal comma, thin spaces, `%` and `€` allowed.
 * @returns the number, or null where the text is not one.
 */
export function frenchNumber(printed: string): number | null {
  const text = printed.replace(spaces, "").replace(/[%€]$/, "").replace(",", ".");
  return /^[+-]?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : null;
}

/** Whether the publisher masked the cell (`*`, `N/A - secret statistique`). */
export function isSecret(printed: string): boolean {
  return secret.test(printed.trim());
}

/**
 * Reads `31/12/2015`, `1/1/2016` or `2015-12-31`.
 * @returns `AAAA-MM-JJ`, or null where the text is not a date.
 */
export function frenchDate(printed: string): string | null {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(printed.trim()) ?? [];
  const iso = year ? `${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}` : printed.trim();
  return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso)
    ? iso
    : null;
}

/**
 * Reads a year, from 1980 to the next one: 2022, or the 2022.0 and 2022-01-01 that spreadsheets make of it.
 * @param now a new year is one as soon as it begins in Wallis, the first of the territories.
 * @returns the year, or null where the text is not one.
 */
export function frenchYear(printed: string, now = new Date()): number | null {
  const [, digits] = /^\s*(\d{4})(?:\.0|-01-01)?\s*$/.exec(printed) ?? [];
  const value = Number(digits);
  if (digits === undefined || value < 1980) return null;
  const isKnown = value <= now.getUTCFullYear() + 1; // Wallis is ahead of UTC
  return isKnown || value <= Number(today("986", now).slice(0, 4)) + 1 ? value : null;
}

function reading<T>(read: (printed: string) => T | null, expected: string) {
  return z.string().transform((printed, issue) => {
    const value = read(printed);
    if (value !== null) return value;
    issue.addIssue({ code: "custom", message: `attendu : ${expected}` });
    return z.NEVER;
  });
}

/** An empty cell is null, any other goes through `inner`, whose message is kept. */
export function orEmpty<T extends z.ZodType<unknown, string>>(inner: T) {
  return z.string().transform((cell, issue): z.output<T> | null => {
    if (cell.trim() === "") return null;
    const read = inner.safeParse(cell);
    if (read.success) return read.data;
    issue.addIssue({ code: "custom", message: read.error.issues[0]!.message });
    return z.NEVER;
  });
}

/** `a|b` → ["a", "b"], each read by `item`; an empty cell is an empty list. */
export function list<T extends z.ZodType<unknown, string>>(item: T) {
  return z
    .string()
    .transform((cell) =>
      cell
        .split("|")
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(item));
}

export const text = z.string().trim().min(1, "cellule vide");
export const optionalText = z
  .string()
  .trim()
  .transform((value) => value || null);
export const decimal = reading(frenchNumber, "un nombre (par exemple 1 234,5)");
/** 5,000 may be 5 or 5 000: of what is counted, nobody means the first. */
export const isAmbiguous = (printed: string) => /^[+-]?\d{1,3}[.,]\d{3}$/.test(printed.trim());
export const count = z
  .string()
  .refine((printed) => !isAmbiguous(printed), "ambigu : écrivez 5000 ou 5 000, sans virgule ni point")
  .pipe(decimal)
  .refine((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 31, "attendu : un entier positif ou nul");
/** A count, or null where the publisher masked it. */
export const countOrSecret = z.union(
  [
    z
      .string()
      .refine(isSecret)
      .transform(() => null),
    count,
  ],
  {
    error: "attendu : un entier positif ou nul, ou * (secret statistique)",
  },
);
export const day = reading(frenchDate, "une date (31/12/2025 ou 2025-12-31)");
export const year = reading(frenchYear, "une année entre 1980 et l'an prochain");
/** A code, the blanks around it left out. A spreadsheet takes one for a number, and the zeros on its left away. */
function code(form: RegExp, expected: string, shorter?: RegExp) {
  return z
    .string()
    .trim()
    .regex(form, {
      error: ({ input }) => (shorter?.test(String(input)) ? `${input} : il manque le zéro de gauche ?` : `attendu : ${expected}`),
    });
}

export const communeCode = code(/^(\d{5}|2[AB]\d{3}|ZZ\d{3})$/, "un code commune Insee (5 caractères)", /^[1-9]\d{3}$/);
export const siren = z
  .string()
  .transform((printed) => printed.replace(spaces, ""))
  .pipe(z.string().regex(/^(\d{9}|ZZ\d{7})$/, "attendu : un SIREN (9 chiffres)"));
/** Also the territories of the Drees that are not départements: 69D, 69M, 6AE. */
export const departmentCode = code(/^(\d{2}|2[AB]|9[78]\d|69D|69M|6AE|ZZ)$/, "un code département (52, 2A, 971, 69M…)", /^[1-9]$/);
