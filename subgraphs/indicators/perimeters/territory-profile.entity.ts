import { register } from "../../../foundation/territories/register.ts";
import type { TerritoryLevel } from "../../../foundation/territories/territory-level.ts";
import { Entity, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";

/** What is known of a territory beside its numbers: by it lists are narrowed. */
@Entity({ schema: register })
export class TerritoryProfile {
  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;

  /** The legal one, by which thresholds go; null: not known, or the sum of its parts. */
  @Property({ type: "integer", nullable: true })
  population!: number | null;

  /** Null: the grid of density does not class it. */
  @Property({ type: "boolean", nullable: true })
  isRural!: boolean | null;
}
