import { register } from "./register.ts";
import type { TerritoryLevel } from "./territory-level.ts";
import { Entity, Index, PrimaryKey, Property } from "../tables/columns.ts";

/** A day on which a territory gained another one, or a part of it, or lost a part: numbers of before and after are of two perimeters. */
@Entity({ schema: register })
@Index({ properties: ["level", "other"] })
export class PerimeterChange {
  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;

  /** The first day of the new perimeter. */
  @PrimaryKey({ type: "date" })
  onDay!: string;

  /** Code of the other territory, of the same level or of the one below. */
  @PrimaryKey({ type: "text" })
  other!: string;

  /** Whether the other one is a part of this one since, whole, and of nothing else. */
  @Property({ type: "boolean" })
  isWhole!: boolean;
}
