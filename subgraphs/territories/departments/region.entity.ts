import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Entity, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Territory } from "../territory.ts";

@Entity()
@Open()
@ObjectType({ implements: Territory, description: "Région (code officiel géographique de l'Insee, millésime 2026)." })
@Directive('@key(fields: "code")')
export class Region {
  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  name!: string;

  get level(): TerritoryLevel {
    return TerritoryLevel.REGION;
  }
}
