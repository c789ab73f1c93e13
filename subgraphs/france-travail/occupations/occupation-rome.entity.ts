import { Entity, PrimaryKey } from "../../../foundation/tables/columns.ts";

/** A ROME code of an occupation. */
@Entity()
export class OccupationRome {
  @PrimaryKey({ type: "text" })
  fap!: string;

  @PrimaryKey({ type: "text" })
  rome!: string;
}
