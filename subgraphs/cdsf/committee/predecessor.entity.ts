import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, PrimaryKey } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({
  description: "Instance que le CDSF a remplacée, par exemple la commission départementale de l'accueil des jeunes enfants (CDAJE).",
})
export class Predecessor {
  /** The department's code. */
  @PrimaryKey({ type: "text" })
  committee!: string;

  @PrimaryKey({ type: "text" })
  @Field(() => String, { description: "Nom." })
  name!: string;

  @Shown("date", "Premier jour, s'il est connu.", { nullable: true })
  from!: string | null;

  @Shown("date", "Dernier jour, s'il est connu.", { nullable: true })
  to!: string | null;
}
