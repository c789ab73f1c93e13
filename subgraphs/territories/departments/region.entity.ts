import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Territory } from "../territory.ts";

@Entity()
@Open()
@ObjectType({ implements: Territory, description: "Région (code officiel géographique de l'Insee, millésime 2026)." })
@Directive('@key(fields: "code")')
export class Region {
  [PrimaryKeyProp]?: "code";

  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  name!: string;

  get level(): TerritoryLevel {
    return TerritoryLevel.REGION;
  }
}
