import { addDays, addMonths } from "../../../foundation/day.ts";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";

export const AuthorisationKind = enumeration("AuthorisationKind", "Ce qui permet à un établissement d'ouvrir (L. 2324-1 CSP).", {
  AUTHORISATION: "Autorisation du président du conseil départemental, pour un établissement privé.",
  OPINION: "Avis du président du conseil départemental, pour un établissement public.",
});
export type AuthorisationKind = EnumValue<typeof AuthorisationKind>;

/** Years that one lasts. */
const cycle = 15;

/** When those of before the cycle end, by the first day that is not theirs (D. 2324-24-2-1 CSP, décret of 14 January 2026). */
const ends: readonly [before: string, endsOn: string][] = [
  ["1981-01-01", "2027-12-31"],
  ["2001-01-01", "2028-12-31"],
  ["2012-01-01", "2030-12-31"],
  ["2021-01-01", "2032-12-31"],
];
const lastOfBefore = "2034-12-31";
const cycleSince: Record<AuthorisationKind, string> = { AUTHORISATION: "2023-12-19", OPINION: "2025-01-01" };

/** @param givenOn AAAA-MM-JJ @returns its last day */
export function authorisationEnd(givenOn: string, kind: AuthorisationKind): string {
  if (givenOn >= cycleSince[kind]) return addMonths(addDays(givenOn, -1), 12 * cycle);
  return ends.find(([before]) => givenOn < before)?.[1] ?? lastOfBefore;
}
