import { Directive, Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Schéma départemental des services aux familles (SDSF), D. 214-2 CASF : diagnostic, plan d'action, indicateurs ; six ans au plus.",
})
@Directive('@key(fields: "id")')
export class FamilyServicesScheme {
  /** `<department>-<first year>`. */
  @Shown("text", "Identifiant : département et première année, par exemple « 52-2016 ».", { key: true })
  id!: string;

  @Index()
  @Property({ type: "text" })
  department!: string;

  @Shown("text", "Titre.")
  title!: string;

  @Shown("integer", "Première année.")
  startYear!: number;

  @Shown("integer", "Dernière année.")
  endYear!: number;

  @Shown("date", "Début, si le document en donne le jour.", { nullable: true })
  startOn!: string | null;

  @Shown("date", "Fin, si le document en donne le jour.", { nullable: true })
  endOn!: string | null;

  @Shown("date", "Adoption, si le document en donne le jour.", { nullable: true })
  adoptedOn!: string | null;

  @Shown("date", "Transmission au ministre, due dans le mois qui suit l'adoption (D. 214-2-1 CASF).", { nullable: true })
  transmittedOn!: string | null;

  @Shown("text[]", "Ce que le document dit de sa durée, de sa validation et de son suivi, tel qu'imprimé.")
  printedFacts!: string[];

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
