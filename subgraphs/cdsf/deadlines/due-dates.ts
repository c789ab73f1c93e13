import { addMonths } from "../../../foundation/day.ts";
import type { DeadlineAnchor } from "./deadline-rule.entity.ts";

interface Rule {
  anchor: `${DeadlineAnchor}`;
  /** `MM-DD`, where the rule is of the calendar. */
  monthDay: string | null;
  /** From the anchor, otherwise. */
  months: number | null;
  /** Null: not known. */
  inForceFrom: string | null;
}

interface Scheme {
  adoptedOn: string | null;
  endOn: string | null;
}

/**
 * The days of a year on which a deadline falls: that of the calendar, or those counted from the dates of a department's schemes. None before
 * its rule is in force.
 */
export function dueDates(rule: Rule, year: number, schemes: Scheme[]): string[] {
  const { inForceFrom } = rule;
  return datesOf(rule, year, schemes).filter((dueOn) => dueOn.startsWith(`${year}-`) && (inForceFrom === null || dueOn >= inForceFrom));
}

function datesOf({ anchor, monthDay, months }: Rule, year: number, schemes: Scheme[]): string[] {
  const from = (dates: (string | null)[]) => dates.flatMap((date) => (date ? [addMonths(date, months!)] : []));
  if (anchor === "YEAR") return [`${year}-${monthDay}`];
  if (anchor === "SCHEME_ADOPTION") return from(schemes.map(({ adoptedOn }) => adoptedOn));
  if (anchor === "SCHEME_END") return from(schemes.map(({ endOn }) => endOn));
  return [];
}
