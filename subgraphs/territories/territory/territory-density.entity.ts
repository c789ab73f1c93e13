import { Source } from "../../../foundation/graph/source.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** A territory in the density grid of Insee and Eurostat. */
@Entity()
export class TerritoryDensity {
  /** Its id. */
  @PrimaryKey({ type: "text" })
  territory!: string;

  @Property({ type: "boolean" })
  isRural!: boolean;

  @ManyToOne(() => Source)
  source!: Source;
}
