import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, ObjectType } from "type-graphql";
import { TerritoryLevel } from "../territory-level.ts";
import { Territory } from "./territory.ts";

@Entity()
@ObjectType({ implements: Territory, description: "Région (code officiel géographique de l'Insee, millésime 2026)." })
@Directive('@key(fields: "code")')
export class Region {
  [PrimaryKeyProp]?: "code";

  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  name!: string;

  readonly level = TerritoryLevel.REGION;
}
