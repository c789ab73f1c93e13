import ical, { ICalEventTransparency } from "ical-generator";

/** What the graph tells of a deadline. */
export interface CalendarDeadline {
  code: string;
  label: string;
  subject: string;
  /** AAAA-MM-JJ. */
  dueOn: string;
  dueOnIsExact: boolean;
  state: string;
  doneOn: string | null;
  printedOwner: string;
  legalBasis: string;
}

/** What calls for no action is in no calendar. */
const leftOut = new Set(["NOT_IN_FORCE"]);

/**
 * The deadlines of a department as an iCalendar feed (RFC 5545): whole days, each with an identifier that stays the same.
 * @param name of the department
 */
export function calendarOf(department: string, name: string, deadlines: readonly CalendarDeadline[]): string {
  const calendar = ical({
    name: `Échéances du CDSF : ${name}`,
    prodId: { company: "CDSF hub", product: "Échéances", language: "FR" },
    ttl: 24 * 60 * 60,
  });
  for (const deadline of deadlines.filter(({ state }) => !leftOut.has(state)))
    calendar.createEvent({
      id: `${department}-${deadline.code}-${deadline.subject.replaceAll(/\P{ASCII}| /gu, "_")}@cdsf-hub`,
      start: new Date(`${deadline.dueOn}T00:00:00Z`),
      timezone: "UTC", // a whole day has no hours: it is printed as the day that it is
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${stateOf(deadline)}${deadline.label} (${deadline.subject})`,
      description: [
        `À la charge de : ${deadline.printedOwner}.`,
        `Base légale : ${deadline.legalBasis}.`,
        ...(deadline.doneOn === null ? [] : [`Tenue le ${deadline.doneOn}.`]),
        ...(deadline.dueOnIsExact ? [] : ["Date comptée d'une année : le hub n'en connaît pas le jour."]),
      ].join("\n"),
    });
  return `${calendar.toString()}\r\n`; // each line ends (RFC 5545, 3.1)
}

function stateOf({ state, doneOn }: CalendarDeadline): string {
  if (doneOn !== null) return "✓ ";
  return state === "LATE" ? "En retard : " : "";
}
