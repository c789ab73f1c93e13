import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { DateScalar } from "../../../foundation/graph/scalars.ts";
import { Source } from "../../../foundation/graph/source.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Schéma départemental des services aux familles (SDSF), D. 214-2 CASF : diagnostic, plan d'action, indicateurs ; six ans au plus.",
})
@Directive('@key(fields: "id")')
export class FamilyServicesScheme {
  /** `<department>-<first year>`. */
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant : département et première année, par exemple « 52-2016 »." })
  id!: string;

  @Index()
  @Property({ type: "text" })
  department!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Titre." })
  title!: string;

  @Property({ type: "integer" })
  @Field(() => Int, { description: "Première année." })
  startYear!: number;

  @Property({ type: "integer" })
  @Field(() => Int, { description: "Dernière année." })
  endYear!: number;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Début, si le document en donne le jour." })
  startOn!: string | null;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Fin, si le document en donne le jour." })
  endOn!: string | null;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, { nullable: true, description: "Adoption, si le document en donne le jour." })
  adoptedOn!: string | null;

  @Property({ type: "date", nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: "Transmission au ministre, due dans le mois qui suit l'adoption (D. 214-2-1 CASF).",
  })
  transmittedOn!: string | null;

  @Property({ type: "text[]" })
  @Field(() => [String], { description: "Ce que le document dit de sa durée, de sa validation et de son suivi, tel qu'imprimé." })
  printedFacts!: string[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
