import { Source } from "../../../foundation/graph/source.ts";
import { Entity, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** A year for which a department keeps its register in the hub: what is not counted then is zero, and not unknown. */
@Entity()
export class RegisterYear {
  @PrimaryKey({ type: "text" })
  departmentCode!: string;

  @PrimaryKey({ type: "integer" })
  year!: number;

  /** Whether the review of the year is published: its counts are final. */
  @Property({ type: "boolean" })
  reviewed!: boolean;

  @ManyToOne(() => Source)
  source!: Source;
}
