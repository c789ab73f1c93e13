import { readableWhere } from "../../../foundation/rights/row-level-security.ts";
import { Entity, Index, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { register } from "../../../foundation/territories/register.ts";

/** A call that wrote numbers, so that the same one, sent again, writes nothing. Nobody reads it but who writes. */
@Entity({ schema: register, policies: [readableWhere("false")] })
export class RecordedBatch {
  @PrimaryKey({ type: "text" })
  client!: string;

  @PrimaryKey({ type: "text" })
  idempotencyKey!: string;

  /** SHA-256 of the numbers. */
  @Property({ type: "text" })
  hash!: string;

  /** What was answered, beside their identifiers, which follow from the numbers. */
  @Property({ type: "jsonb" })
  counts!: Counts;

  @Index()
  @Property({ type: "datetime", defaultRaw: "now()" })
  recordedAt!: Date;
}

export interface Counts {
  recorded: number;
  unchanged: number;
  withheld: number;
}
