/** Days that a number describes, both included. */
export interface Period {
  start: string;
  end: string;
}

const months = ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

const two = (n: number) => String(n).padStart(2, "0");
const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const ofMonth = (year: number, month: number): Period => ({
  start: `${year}-${two(month)}-01`,
  end: `${year}-${two(month)}-${two(lastDay(year, month))}`,
});

const ofQuarter = (year: number, quarter: number): Period => ({
  start: ofMonth(year, 3 * quarter - 2).start,
  end: ofMonth(year, 3 * quarter).end,
});

function ofDay(year: number, month: number, day: number): Period | null {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return null;
  const text = `${year}-${two(month)}-${two(day)}`;
  return { start: text, end: text };
}

const year = /((?:19|20)\d{2})/.source;
const monthOf = (name: string) => months.indexOf(name.toLowerCase()) + 1;

/** How French publishers print what a number describes, each with the days it means. */
const forms: [RegExp, (...found: string[]) => Period | null][] = [
  [new RegExp(`^${year}$`), (of) => ({ start: `${of}-01-01`, end: `${of}-12-31` })],
  [new RegExp(`^${year}(?: à | et |-)${year}$`), (from, to) => (from! <= to! ? { start: `${from}-01-01`, end: `${to}-12-31` } : null)],
  // A school year.
  [
    new RegExp(`^${year}/${year}$`),
    (from, to) => (Number(to) === Number(from) + 1 ? { start: `${from}-09-01`, end: `${to}-08-31` } : null),
  ],
  [new RegExp(`^([1-4])(?:er|e) trimestre ${year}$`), (quarter, of) => ofQuarter(Number(of), Number(quarter))],
  [new RegExp(`^(\\p{L}+) ${year}$`, "u"), (month, of) => (monthOf(month!) ? ofMonth(Number(of), monthOf(month!)) : null)],
  [new RegExp(`^(\\d{1,2})(?:er)? (\\p{L}+) ${year}$`, "u"), (day, month, of) => ofDay(Number(of), monthOf(month!), Number(day))],
  [new RegExp(`^(\\d{1,2})/(\\d{1,2})/${year}$`), (day, month, of) => ofDay(Number(of), Number(month), Number(day))],
  [new RegExp(`^${year}-(\\d{2})-(\\d{2})$`), (of, month, day) => ofDay(Number(of), Number(month), Number(day))],
];

/**
 * Reads « 2024 », « 2014 et 2015 », « 2014/2015 », « décembre 2023 », « 4e trimestre 2024 », « 1er janvier 2023 », « 31/12/2014 ».
 * @returns null where the words say no period
 */
export function periodOf(printed: string): Period | null {
  const text = printed.trim();
  for (const [form, read] of forms) {
    const found = form.exec(text);
    if (found) return read(...found.slice(1));
  }
  return null;
}
