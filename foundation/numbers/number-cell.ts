import { z } from "zod";
import { decimal, frenchNumber, isAmbiguous } from "../imports/french-values.ts";
import { ObservationStatus } from "./observation.ts";
import { isWithin, outside, type Range } from "./range.ts";

/** What a cell says: a number, or the reason there is none, with the mark that was printed in its place. */
export interface NumberCell {
  value: number | null;
  status: ObservationStatus;
  printed: string | null;
}

interface Marks {
  /** What stands in place of a number, and what its publisher means by it; an empty cell is "". */
  absent: Record<string, ObservationStatus>;
  /** What stands after a number, in brackets or not: « 12 (p) ». */
  flags?: Record<string, ObservationStatus>;
  /** Whether it counts things: 5,000 is then no number. */
  isCount?: boolean;
  /** What its numbers can be; without it, any. */
  range?: Range;
}

/** Marks that mean the same wherever they are used; a dataset names those of its publisher. */
export const usual = {
  empty: { "": ObservationStatus.NOT_TRANSMITTED },
  unknown: { nd: ObservationStatus.NOT_TRANSMITTED, "n.d.": ObservationStatus.NOT_TRANSMITTED },
  secret: {
    "*": ObservationStatus.SUPPRESSED,
    s: ObservationStatus.SUPPRESSED,
    "secret statistique": ObservationStatus.SUPPRESSED,
    "n/a - secret statistique": ObservationStatus.SUPPRESSED,
  },
  noObject: { so: ObservationStatus.NOT_APPLICABLE },
  flags: { e: ObservationStatus.ESTIMATED, p: ObservationStatus.PROVISIONAL, r: ObservationStatus.PUBLISHED },
} as const;

/** A number as a publisher prints it, with the marks that he uses; they are read whatever their case. */
export function numberCell({ absent, flags = {}, isCount = false, range }: Marks) {
  const flagged = new RegExp(`^(.*\\d)\\s*\\(?(${Object.keys(flags).join("|") || "$."})\\)?$`, "i");
  const told = Object.keys(absent)
    .map((mark) => (mark === "" ? "une cellule vide" : `« ${mark} »`))
    .join(", ");
  return z.string().transform((cell, issue): NumberCell => {
    const printed = cell.trim();
    const mark = printed.toLowerCase();
    const reason = Object.hasOwn(absent, mark) && absent[mark];
    if (reason) return { value: null, status: reason, printed: printed || null };
    const [, digits = printed, flag] = flagged.exec(printed) ?? [];
    const value = frenchNumber(digits);
    const refusal = refusalOf(digits, value, isCount, range);
    if (refusal === null) {
      const status = flag ? flags[flag.toLowerCase()]! : ObservationStatus.PUBLISHED;
      return { value, status, printed: flag ? printed : null };
    }
    issue.addIssue({ code: "custom", message: told ? `${refusal} ; ou ${told}` : refusal });
    return z.NEVER;
  });
}

function refusalOf(printed: string, value: number | null, isCount: boolean, range: Range | undefined): string | null {
  if (isCount && isAmbiguous(printed)) return "ambigu : écrivez 5000 ou 5 000, sans virgule ni point";
  if (value === null) return decimal.safeParse(printed).error!.issues[0]!.message;
  if (isCount && !(Number.isInteger(value) && value >= 0)) return "attendu : un entier positif ou nul";
  return range && !isWithin(range, value) ? outside(range) : null;
}
