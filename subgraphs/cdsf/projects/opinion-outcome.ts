import { addMonths } from "../../../foundation/day.ts";
import { OpinionOutcome, ProjectKind } from "./project-terms.ts";

/** Nothing is asked before (décret n° 2025-304 of 1 April 2025). */
export const opinionSince = "2025-01-01";
/** Silence is a favourable opinion after so many months. */
const months = 4;
const asked: readonly ProjectKind[] = [ProjectKind.CREATION, ProjectKind.EXTENSION, ProjectKind.TRANSFORMATION];

/** Of a private facility. */
export const isOpinionAsked = (kind: ProjectKind): boolean => asked.includes(kind);

/** @param submittedOn AAAA-MM-JJ @returns the last day of the authority */
export const opinionDueOn = (submittedOn: string): string => addMonths(submittedOn, months);

interface Opinion {
  dueOn: string;
  givenOn: string | null;
  given: OpinionOutcome | null;
}

/** What an opinion is on a day: one that comes after its last day finds silence already favourable. */
export function opinionOutcome({ dueOn, givenOn, given }: Opinion, on: string): OpinionOutcome {
  if (given !== null && givenOn !== null && givenOn <= on && givenOn <= dueOn) return given;
  return on > dueOn ? OpinionOutcome.TACIT : OpinionOutcome.PENDING;
}
