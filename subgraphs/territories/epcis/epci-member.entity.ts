import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Source } from "../../../foundation/graph/source.ts";
import { Epci } from "./epci.entity.ts";

/** Which EPCI a commune belongs to, and its legal populations in the EPCI file (another vintage than the communes file). */
@Entity()
export class EpciMember {
  [PrimaryKeyProp]?: "commune";

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
