import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** The reference populations of a territory, as Insee publishes them each year. */
@Entity()
export class TerritoryPopulation {
  /** Its id. */
  @PrimaryKey({ type: "text" })
  territory!: string;

  /** The day from which they count in law. */
  @Index()
  @PrimaryKey({ type: "date" })
  inForceFrom!: string;

  @Property({ type: "integer" })
  municipal!: number;

  /** The legal one, by which thresholds go; null where a document does not print it. */
  @Property({ type: "integer", nullable: true })
  total!: number | null;

  @ManyToOne(() => Source)
  source!: Source;
}
