import { type EnumValue, enumeration } from "../enumeration.ts";

export const ProgrammeState = enumeration("ProgrammeState", "Où en est un engagement, un jour donné.", {
  IN_PREPARATION: "En cours d'élaboration, ou pas encore commencé.",
  IN_FORCE: "En cours.",
  ENDED: "Échu.",
  NONE: "Il n'y en a pas : la source le dit.",
  UNKNOWN: "La source ne donne pas de quoi le dire.",
});
export type ProgrammeState = EnumValue<typeof ProgrammeState>;

interface Dates {
  startOn: string | null;
  /** The last day. */
  endOn: string | null;
}

/** @param on AAAA-MM-JJ @returns what its days say; without one of them, no more than the other says */
export function programmeState({ startOn, endOn }: Dates, on: string): ProgrammeState {
  if (endOn !== null && endOn < on) return ProgrammeState.ENDED;
  if (startOn !== null && startOn > on) return ProgrammeState.IN_PREPARATION;
  return startOn !== null && endOn !== null ? ProgrammeState.IN_FORCE : ProgrammeState.UNKNOWN;
}
