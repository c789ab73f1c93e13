import { Entity, Index, PrimaryKey } from "../../../foundation/tables/columns.ts";

/** What a territory became: a merger, a split, another code. Both by their ids. */
@Entity()
export class TerritorySuccession {
  @PrimaryKey({ type: "text" })
  predecessor!: string;

  @Index()
  @PrimaryKey({ type: "text" })
  successor!: string;

  /** The first day of what it became. */
  @PrimaryKey({ type: "date" })
  onDay!: string;
}
