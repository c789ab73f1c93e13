import { daysBetween } from "../../../foundation/day.ts";

/** When a habilitation opens something, in days of Paris, AAAA-MM-JJ: the register of habilitations is kept there. */
interface Validity {
  validFrom: string;
  /** The last day. */
  validTo: string;
  /** From this day on it opens nothing; null: it is not revoked. */
  revokedOn: string | null;
}

/** How long before its end a renewal should be asked for. */
export const noticeDays = 90;

export function isInForce(validity: Validity, today: string): boolean {
  return validity.validFrom <= today && !isOver(validity, today);
}

/** Expired, or revoked from today or before. */
export function isOver({ validTo, revokedOn }: Validity, today: string): boolean {
  return validTo < today || (revokedOn !== null && revokedOn <= today);
}

export function endsSoon({ validTo, revokedOn }: Validity, today: string): boolean {
  return daysBetween(today, revokedOn ?? validTo) <= noticeDays;
}
