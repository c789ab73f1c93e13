import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, PrimaryKey } from "@mikro-orm/decorators/legacy";
import type { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";

/** A territory for which indicators are published: the perimeter of lists over a whole level. */
@Entity()
export class IndicatorTerritory {
  [PrimaryKeyProp]?: ["level", "code"];

  @PrimaryKey({ type: "text" })
  level!: TerritoryLevel;

  @PrimaryKey({ type: "text" })
  code!: string;
}
