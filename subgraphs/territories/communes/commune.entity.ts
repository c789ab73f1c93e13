import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import { Entity, Index, ManyToOne, PrimaryKey, Property } from "../../../foundation/tables/columns.ts";
import { Department } from "../departments/department.entity.ts";
import { Territory } from "../territory.ts";

@Entity()
@Open()
@ObjectType({
  implements: Territory,
  description:
    "Commune actuelle, ou arrondissement municipal de Paris, Lyon et Marseille (code officiel géographique de l'Insee, millésime 2026).",
})
@Directive('@key(fields: "code")')
export class Commune {
  @PrimaryKey({ type: "text" })
  code!: string;

  @Property({ type: "text" })
  name!: string;

  @Index()
  @ManyToOne(() => Department, { mapToPk: true, createForeignKeyConstraint: false })
  @Field(() => Department, { description: "Département." })
  department!: string;

  @ManyToOne(() => Commune, { mapToPk: true, nullable: true, createForeignKeyConstraint: false })
  @Field(() => Commune, { nullable: true, description: "Pour un arrondissement municipal : sa commune (Paris, Lyon ou Marseille)." })
  parent!: string | null;

  @Shown("text[]", "Codes des anciennes communes que celle-ci a absorbées. Un chiffre antérieur à la fusion décrit l'ancien périmètre.")
  formerCodes!: string[];

  /** Null where the publisher gives none. */
  @Property({ type: "integer", nullable: true })
  municipalPopulation!: number | null;

  @ManyToOne(() => Source)
  source!: Source;

  get level(): TerritoryLevel {
    return TerritoryLevel.COMMUNE;
  }
}
