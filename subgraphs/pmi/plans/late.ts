/** Of the first plan that the law asks for (décret n° 2025-383 du 28 avril 2025). */
export const firstYear = 2026;

/** A plan is due on 31 January of its year, that day included (D. 2324-51 CSP). @returns AAAA-MM-JJ */
export function planDueOn(year: number): string {
  return `${year}-01-31`;
}

/** Whether it was established after that day, or is not yet and the day is over. */
export function isPlanLate({ year, establishedOn }: { year: number; establishedOn: string | null }, today: string): boolean {
  return (establishedOn ?? today) > planDueOn(year);
}
