import { Entity, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** Since when and until when a territory exists; null: not known, or still. */
@Entity()
export class TerritoryPeriod {
  /** Its id. */
  @PrimaryKey({ type: "text" })
  territory!: string;

  @Property({ type: "date", nullable: true })
  validFrom!: string | null;

  /** The last day. */
  @Property({ type: "date", nullable: true })
  validTo!: string | null;
}
