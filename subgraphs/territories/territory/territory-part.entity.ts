import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** A territory that is a part of another, without one between them; of an EPCI, in some years. Both by their ids. */
@Entity()
export class TerritoryPart {
  @PrimaryKey({ type: "text" })
  whole!: string;

  @Index()
  @PrimaryKey({ type: "text" })
  part!: string;

  /** The first year on whose 1 January it is; 0: not known, so always. */
  @PrimaryKey({ type: "integer" })
  fromYear!: number;

  /** The last year; null: still. */
  @Property({ type: "integer", nullable: true })
  untilYear!: number | null;

  @ManyToOne(() => Source)
  source!: Source;
}
