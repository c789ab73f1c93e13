import type { Party } from "../../../foundation/terms/party.ts";
import type { AuthorityScheme } from "../authorities/authority-scheme.entity.ts";
import type { Seat } from "../committee/seat.entity.ts";
import type { Document } from "../documents/document.entity.ts";
import type { FamilyServicesScheme } from "../scheme/family-services-scheme.entity.ts";

/** What the hub knows of a department that says whether its deadlines are held. */
export interface Facts {
  department: string;
  renewedOn: string | null;
  schemes: KnownScheme[];
  documents: KnownDocument[];
  /** Seats that are or were vacant: since when, and until what day. */
  vacancies: { category: Seat["category"]; number: number; since: string; until: string | null }[];
  authoritySchemes: Pick<AuthorityScheme, "id" | "title" | "adoptedOn" | "transmittedOn">[];
  /** Kinds of documents that the department transmits itself, in whatever year. */
  transmittedKinds: Document["kind"][];
}

export type KnownScheme = Pick<FamilyServicesScheme, "id" | "startYear" | "endYear" | "endOn" | "adoptedOn" | "transmittedOn"> & {
  /** Whether the department transmits it itself; otherwise it was copied out of what it printed. */
  isTransmitted: boolean;
};

export type KnownDocument = Pick<Document, "id" | "kind" | "year" | "scheme" | "adoptedOn"> & { sent: { to: Party; on: string }[] };
