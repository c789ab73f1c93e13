import { Field, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, ManyToOne, PrimaryKey } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description:
    "Moyen que la Mutualité sociale agricole (MSA) engage dans le schéma départemental des services aux familles (SDSF), tel que le schéma l'imprime.",
})
export class MsaMeans {
  @PrimaryKey({ type: "text" })
  department!: string;

  @PrimaryKey({ type: "integer" })
  @Field(() => Int, { description: "Numéro de l'axe du schéma." })
  axis!: number;

  /** Rank among the axis's means of the MSA, from 1. */
  @PrimaryKey({ type: "integer" })
  position!: number;

  @Shown("text", "Le moyen, tel qu'imprimé.")
  label!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Document d'où vient la ligne." })
  source!: Source;
}
