import { PrimaryKeyProp } from "@mikro-orm/core";
import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Territory } from "../territory.ts";

@Entity()
@Open()
@ObjectType({
  implements: Territory,
  description:
    "Établissement public de coopération intercommunale à fiscalité propre : communauté de communes, d'agglomération, urbaine ou métropole (millésime 2026).",
})
@Directive('@key(fields: "siren")')
export class Epci {
  [PrimaryKeyProp]?: "siren";

  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Numéro SIREN (9 chiffres)." })
  siren!: string;

  @Property({ type: "text" })
  name!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Nature juridique : CC, CA, CU, METRO ou MET69." })
  legalForm!: string;

  @Property({ type: "integer" })
  totalPopulation!: number;

  @Property({ type: "integer" })
  @Field(() => Int, { description: "Nombre de communes membres." })
  communeCount!: number;

  @ManyToOne(() => Source)
  source!: Source;

  get level(): TerritoryLevel {
    return TerritoryLevel.EPCI;
  }

  @Field(() => ID, { description: "Code du territoire : le SIREN." })
  @Directive("@shareable")
  get code(): string {
    return this.siren;
  }
}
