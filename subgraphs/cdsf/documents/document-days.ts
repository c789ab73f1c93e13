import type { z } from "zod";
import { today } from "../../../foundation/day.ts";

/** The days that a line tells of its document, by their columns. */
interface Days {
  adopte_le: string | null;
  presente_le: string | null;
  transmis: { on: string }[];
  publie_le: string | null;
}

function* daysOf({ adopte_le, presente_le, transmis, publie_le }: Days): Iterable<[column: keyof Days, day: string]> {
  if (adopte_le) yield ["adopte_le", adopte_le];
  if (presente_le) yield ["presente_le", presente_le];
  for (const { on } of transmis) yield ["transmis", on];
  if (publie_le) yield ["publie_le", publie_le];
}

/**
 * A day that is told is over in its territory: it begins in La Réunion before Paris. A document of a year is not of long before it, and is sent or
 * published once it is adopted.
 * @param code of the territory
 */
export function refuseWrongDays(line: Days & { annee: number | null }, code: string, issue: z.RefinementCtx): void {
  const { annee, adopte_le } = line;
  const reasonOf = (column: keyof Days, day: string): string | null => {
    if (day > today(code))
      return "ce jour est à venir : laissez la cellule vide, et transmettez à nouveau la ligne une fois la chose faite";
    if (annee !== null && day < `${annee - 1}-01-01`) return `${day} est bien avant l'année du document (annee) : corrigez l'un des deux`;
    const isBefore = adopte_le !== null && day < adopte_le && column !== "presente_le";
    return isBefore ? `${day} précède l'adoption du document (adopte_le) : corrigez l'un des deux` : null;
  };
  for (const [column, day] of daysOf(line)) {
    const message = reasonOf(column, day);
    if (message) issue.addIssue({ code: "custom", path: [column], message });
  }
}
