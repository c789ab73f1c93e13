import type { Party } from "../../../foundation/terms/party.ts";
import { Entity, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** From what a deadline is counted. */
export enum DeadlineAnchor {
  YEAR = "YEAR",
  SCHEME_ADOPTION = "SCHEME_ADOPTION",
  SCHEME_END = "SCHEME_END",
  COMMITTEE_RENEWAL = "COMMITTEE_RENEWAL",
  MUNICIPAL_ELECTIONS = "MUNICIPAL_ELECTIONS",
  SEAT_VACANCY = "SEAT_VACANCY",
  AUTHORITY_SCHEME_ADOPTION = "AUTHORITY_SCHEME_ADOPTION",
}

/** A deadline of the law, the same for every department. */
@Entity()
export class DeadlineRule {
  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  label!: string;

  /** Who has to hold it; nobody where the source does not say. */
  @Property({ type: "text[]" })
  owners!: Party[];

  @Property({ type: "text" })
  printedOwner!: string;

  @Property({ type: "text" })
  legalBasis!: string;

  @Property({ type: "text" })
  anchor!: DeadlineAnchor;

  /** Nothing is due before; null: not known. */
  @Property({ type: "date", nullable: true })
  inForceFrom!: string | null;

  /** Where the anchor is YEAR: `MM-DD`. */
  @Property({ type: "text", nullable: true })
  monthDay!: string | null;

  /** Otherwise: how many months after the anchor (negative: before). */
  @Property({ type: "integer", nullable: true })
  months!: number | null;
}
