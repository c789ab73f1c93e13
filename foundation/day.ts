const paris = "Europe/Paris";

/**
 * Overseas départements and collectivités, by code, each with its time zone (décret n° 2017-292 du 6 mars 2017).
 * On Clipperton nobody lives, and no zone has its name: it is 8 hours behind UTC.
 */
const overseas: Record<string, string> = {
  971: "America/Guadeloupe",
  972: "America/Martinique",
  973: "America/Cayenne",
  974: "Indian/Reunion",
  975: "America/Miquelon",
  976: "Indian/Mayotte",
  977: "America/St_Barthelemy",
  978: "America/Marigot",
  984: "Indian/Kerguelen",
  986: "Pacific/Wallis",
  987: "Pacific/Tahiti",
  988: "Pacific/Noumea",
  989: "Etc/GMT+8",
};

/**
 * The day of a territory, AAAA-MM-JJ: it begins and ends at its own midnight, whatever the server's clock is set to.
 * @param department its code; without one, the day is that of Paris.
 */
export function today(department?: string, now = new Date()): string {
  return clockOf(overseas[department ?? ""] ?? paris).format(now);
}

/** Made once: an import asks it for each line. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(zone: string): Intl.DateTimeFormat {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  clocks.set(zone, clock);
  return clock;
}

/** Midnights are on a quarter of an hour of UTC, in all zones. */
const quarterHour = 15 * 60 * 1000;

/**
 * The time around an instant in which it becomes midnight nowhere: `today` and `todayIn` give the same from the first instant on, and
 * until the last, which is not of it. All in milliseconds since 1970.
 */
export function betweenMidnights(now: number): { from: number; until: number } {
  const zones = [...new Set([paris, ...Object.values(overseas)])];
  const days = (instant: number) => zones.map((zone) => clockOf(zone).format(instant)).join();
  const before = Math.floor(now / quarterHour) * quarterHour;
  const sameDays = days(before);
  let from = before;
  while (days(from - quarterHour) === sameDays) from -= quarterHour;
  let until = before + quarterHour;
  while (days(until) === sameDays) until += quarterHour;
  return { from, until };
}

/** SQL: the same day. @param department an expression that gives the code. */
export function todayIn(department: string, now = "now()"): string {
  const zones = Object.entries(overseas).map(([code, zone]) => `when '${code}' then '${zone}'`);
  return `(${now} at time zone case ${department} ${zones.join(" ")} else '${paris}' end)::date`;
}

/** Days from one AAAA-MM-JJ to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** Whether a day is in a period, both of whose ends are in it; a last day of null: it has no end. */
export const isBetween = (day: string, first: string, last: string | null): boolean => first <= day && (last === null || day <= last);

/** So many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Same day of another month, or its last day: 31 December − 3 months = 30 September. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
