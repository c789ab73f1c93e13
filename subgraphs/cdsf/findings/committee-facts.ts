import type { Document } from "../documents/document.entity.ts";
import type { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";

/** What is known of a committee's schemes of a year, and of its documents that describe it. */
export interface CommitteeFacts {
  schemes: readonly Pick<
    FamilyServicesScheme,
    "startYear" | "endYear" | "startOn" | "endOn" | "adoptedOn" | "transmittedOn" | "signatories" | "signedBy" | "themes"
  >[];
  documents: readonly Pick<Document, "kind" | "year" | "title" | "told">[];
}

export const subjectOf = ({ startYear, endYear }: { startYear: number; endYear: number }) => `schéma ${startYear}-${endYear}`;
