import type { Part } from "../../graph/part.ts";
import { Entity, PrimaryKey, Property } from "../../tables/columns.ts";
import type { TerritoryLevel } from "../../territories/territory-level.ts";

/** What the hub was last told of a number, by a subgraph that has a base of its own. */
@Entity()
export class DeliveredNumber {
  @PrimaryKey({ type: "text" })
  measure!: string;

  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;

  @PrimaryKey({ type: "integer" })
  year!: number;

  /** Its observation, in the subgraph's own base; null: that there is none. */
  @Property({ type: "bigint", nullable: true })
  observation!: string | null;
}

/** Of a subgraph that publishes numbers. */
export const deliveries: Part = { open: [DeliveredNumber] };
