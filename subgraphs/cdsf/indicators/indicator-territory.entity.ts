import type { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Entity, PrimaryKey } from "../../../foundation/tables/columns.ts";

/** A territory for which indicators are published: the perimeter of lists over a whole level. */
@Entity()
export class IndicatorTerritory {
  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;
}
