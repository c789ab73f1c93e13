import type { Seat } from "../committee/seat.entity.ts";
import type { Document } from "../documents/document.entity.ts";
import type { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";

/** What is known of a committee's schemes of a year, of its documents that describe it, and of its seats. */
export interface CommitteeFacts {
  year: number;
  schemes: readonly Pick<
    FamilyServicesScheme,
    "startYear" | "endYear" | "startOn" | "endOn" | "adoptedOn" | "transmittedOn" | "signatories" | "signedBy" | "themes"
  >[];
  documents: readonly Pick<Document, "kind" | "year" | "title" | "told">[];
  /** At the end of the year. */
  seats: readonly Pick<Seat, "category">[];
}

export const subjectOf = ({ startYear, endYear }: { startYear: number; endYear: number }) => `schéma ${startYear}-${endYear}`;
