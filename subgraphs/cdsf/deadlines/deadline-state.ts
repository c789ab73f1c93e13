import { daysBetween } from "../../../foundation/day.ts";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

/** From how many days before its day on a deadline is due. */
const dueWithin = 30;

export const DeadlineState = enumeration("DeadlineState", "Où en est une échéance, au jour demandé.", {
  UPCOMING: "À venir, dans plus de trente jours.",
  DUE: "À tenir dans les trente jours.",
  LATE: "Dépassée : le département transmet ce genre de fait au hub, et n'en a pas transmis pour elle.",
  DONE: "Tenue à temps.",
  DONE_LATE: "Tenue en retard.",
  UNKNOWN: "Passée, sans que le département transmette ce genre de fait au hub : ni tenue, ni manquée.",
  NOT_IN_FORCE: "La règle n'était pas encore en vigueur à cette date : rien n'était dû.",
});
export type DeadlineState = EnumValue<typeof DeadlineState>;

interface Due {
  dueOn: string;
  /** Nothing is due before; null: not known. */
  inForceFrom: string | null;
  /** On which day it was held; null: nothing says that it was. */
  doneOn: string | null;
  /** Whether who would say that it was held transmits such facts to the hub. */
  isToldOf: boolean;
}

/**
 * Where a deadline is. It may be held on its own day, and is to come until that day is over.
 * @param asOf AAAA-MM-JJ; what was done after that day was not yet
 */
export function deadlineState({ dueOn, inForceFrom, doneOn, isToldOf }: Due, asOf: string): DeadlineState {
  if (inForceFrom !== null && dueOn < inForceFrom) return DeadlineState.NOT_IN_FORCE;
  if (doneOn !== null && doneOn <= asOf) return doneOn <= dueOn ? DeadlineState.DONE : DeadlineState.DONE_LATE;
  if (dueOn >= asOf) return daysBetween(asOf, dueOn) <= dueWithin ? DeadlineState.DUE : DeadlineState.UPCOMING;
  return isToldOf ? DeadlineState.LATE : DeadlineState.UNKNOWN;
}
