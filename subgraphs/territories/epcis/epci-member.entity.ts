import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Epci } from "./epci.entity.ts";

/** Which EPCI a commune belongs to, and its legal populations in the EPCI file (another vintage than the communes file). */
@Entity()
export class EpciMember {
  @PrimaryKey({ type: "text" })
  commune!: string;

  @Index()
  @ManyToOne(() => Epci, { mapToPk: true })
  epci!: string;

  @Property({ type: "integer", nullable: true })
  totalPopulation!: number | null;

  @Property({ type: "integer", nullable: true })
  municipalPopulation!: number | null;

  @ManyToOne(() => Source)
  source!: Source;
}
