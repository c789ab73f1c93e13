import { addMonths } from "../../../foundation/day.ts";
import { seatLabels } from "../committee/seat-category.ts";
import { filledOn } from "../committee/vacancy.ts";
import type { Document } from "../documents/document.entity.ts";
import { DeadlineAnchor, type DeadlineRule } from "./deadline-rule.entity.ts";
import { type Evidence, evidence } from "./evidence.ts";
import type { Facts } from "./facts.ts";
import { municipalElections } from "./municipal-elections.ts";

/** A deadline on one of the days on which its rule makes it fall, with what proves that it was held. */
export interface Occurrence {
  rule: DeadlineRule;
  /** French: of what it is the deadline. */
  subject: string;
  dueOn: string;
  /** False where what it is counted from is known to the year only. */
  dueOnIsExact: boolean;
  doneOn: string | null;
  document: Document["id"] | null;
  isToldOf: boolean;
}

type Fallen = Pick<Occurrence, "subject" | "dueOn" | "dueOnIsExact"> & { held: Evidence };

/** The deadlines of a department between two days, both of them in, by day. @param asOf AAAA-MM-JJ: what is counted from a later fact is not there yet */
export function occurrencesBetween(from: string, to: string, rules: readonly DeadlineRule[], all: Facts, asOf: string): Occurrence[] {
  const facts = factsOf(all, asOf);
  return rules
    .flatMap((rule) =>
      fallen(rule, facts, Number(from.slice(0, 4)), Number(to.slice(0, 4))).map(({ held, ...day }) => ({ rule, ...day, ...held })),
    )
    .filter(({ dueOn }) => from <= dueOn && dueOn <= to)
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn) || one.rule.code.localeCompare(other.rule.code));
}

function fallen(rule: DeadlineRule, facts: Facts, fromYear: number, toYear: number): Fallen[] {
  const { code, anchor, monthDay, months } = rule;
  const { schemes, renewedOn } = facts;
  const since = (day: string, subject: string): Fallen => ({
    subject,
    dueOn: addMonths(day, months!),
    dueOnIsExact: true,
    held: evidence.schemeAdopted(facts, day),
  });
  switch (anchor) {
    case DeadlineAnchor.YEAR:
      return Array.from({ length: toYear - fromYear + 1 }, (_, n) => fromYear + n).map((year) => ({
        subject: `année ${year}`,
        dueOn: `${year}-${monthDay}`,
        dueOnIsExact: true,
        held: evidence.ofYear(facts, code, year),
      }));
    case DeadlineAnchor.SCHEME_ADOPTION:
      return schemes.flatMap((scheme) =>
        scheme.adoptedOn === null
          ? []
          : {
              subject: subjectOf(scheme),
              dueOn: addMonths(scheme.adoptedOn, months!),
              dueOnIsExact: true,
              held: evidence.schemeTransmitted(facts, scheme),
            },
      );
    case DeadlineAnchor.SCHEME_END:
      return schemes.map((scheme) => ({
        subject: subjectOf(scheme),
        dueOn: addMonths(scheme.endOn ?? `${scheme.endYear}-12-31`, months!),
        dueOnIsExact: scheme.endOn !== null,
        held: evidence.schemeEvaluated(facts, scheme),
      }));
    case DeadlineAnchor.COMMITTEE_RENEWAL:
      return renewedOn === null ? [] : [since(renewedOn, `renouvellement du comité le ${renewedOn}`)];
    case DeadlineAnchor.MUNICIPAL_ELECTIONS:
      return municipalElections.map((day) => since(day, `élections municipales de ${day.slice(0, 4)}`));
    case DeadlineAnchor.SEAT_VACANCY:
      return facts.vacancies.map(({ category, number, since: from, until }) => ({
        subject: `siège « ${seatLabels[category]} » n° ${number}, vacant depuis le ${from}`,
        dueOn: addMonths(from, months!),
        dueOnIsExact: true,
        // Who tells that a seat is vacant tells that it is no more.
        held: { doneOn: filledOn(until), document: null, isToldOf: true },
      }));
    case DeadlineAnchor.AUTHORITY_SCHEME_ADOPTION:
      return facts.authoritySchemes.flatMap(({ title, adoptedOn, transmittedOn }) =>
        adoptedOn === null
          ? []
          : {
              subject: title,
              dueOn: addMonths(adoptedOn, months!),
              dueOnIsExact: true,
              held: { doneOn: transmittedOn, document: null, isToldOf: true },
            },
      );
    default:
      return [];
  }
}

const subjectOf = ({ startYear, endYear }: { startYear: number; endYear: number }) => `schéma ${startYear}-${endYear}`;

/** Those that were there on a day. */
function factsOf({ schemes, renewedOn, vacancies, authoritySchemes, ...facts }: Facts, asOf: string): Facts {
  const isThere = (day: string | null) => day === null || day <= asOf;
  return {
    ...facts,
    renewedOn: isThere(renewedOn) ? renewedOn : null,
    schemes: schemes.filter(({ adoptedOn }) => isThere(adoptedOn)),
    vacancies: vacancies.filter(({ since }) => isThere(since)),
    authoritySchemes: authoritySchemes.filter(({ adoptedOn }) => isThere(adoptedOn)),
  };
}
