import { register } from "../../../foundation/territories/register.ts";
import type { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Entity, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** A territory for which numbers are published: it is in the lists of its level, with a number or the reason why it has none. */
@Entity({ schema: register })
export class PublishedTerritory {
  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;

  /** CURRENT, STATISTICAL or DEMONSTRATION: only the first are in lists, ranks and sums unless asked for. */
  @Property({ type: "text" })
  kind!: "CURRENT" | "STATISTICAL" | "DEMONSTRATION";
}
