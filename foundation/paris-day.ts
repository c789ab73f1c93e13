/** The day in Paris, AAAA-MM-JJ: a habilitation begins and ends at midnight there, whatever the server's clock is set to. */
export function parisDay(instant = new Date()): string {
  return instant.toLocaleDateString("sv-SE", { timeZone: "Europe/Paris" });
}

/** Days from one AAAA-MM-JJ to another. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
