import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Source } from "../../../foundation/graph/source.ts";
import { Entity, Index, ManyToOne, Property } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({ description: "Maison d'assistants maternels (MAM), art. L. 424-1 du code de l'action sociale et des familles." })
export class ChildminderHouse {
  @Shown("text", "Identifiant dans le hub.", { key: true })
  id!: string;

  @Shown("text", "Nom.")
  name!: string;

  @Index()
  @Property({ type: "text" })
  departmentCode!: string;

  @Shown("text", "Commune telle que la source l'imprime.")
  printedCommune!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
