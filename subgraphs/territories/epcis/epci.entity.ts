import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Entity, ManyToOne, Property } from "../../../foundation/tables/columns.ts";
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
  @Shown("text", "Numéro SIREN (9 chiffres).", { key: true })
  siren!: string;

  @Property({ type: "text" })
  name!: string;

  @Shown("text", "Nature juridique : CC, CA, CU, METRO ou MET69.")
  legalForm!: string;

  @Property({ type: "integer" })
  totalPopulation!: number;

  @Shown("integer", "Nombre de communes membres.")
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
