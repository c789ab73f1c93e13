import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** What a department has said of a deadline: done on a day, or not done yet. No row: nothing was said. */
@Entity()
export class Milestone {
  @Index()
  @PrimaryKey({ type: "text" })
  department!: string;

  @PrimaryKey({ type: "text" })
  rule!: string;

  @PrimaryKey({ type: "integer" })
  year!: number;

  @Property({ type: "date", nullable: true })
  doneOn!: string | null;

  @Property({ type: "text", nullable: true, lazy: true })
  sentTo!: string | null;

  @ManyToOne(() => Source)
  source!: Source;
}
