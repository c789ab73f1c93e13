import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Source } from "../../../foundation/graph/source.ts";

/** A year for which a department keeps its register in the hub: what is not counted then is zero, and not unknown. */
@Entity()
export class RegisterYear {
  [PrimaryKeyProp]?: ["departmentCode", "year"];

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
