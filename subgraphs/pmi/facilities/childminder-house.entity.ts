import { Entity, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Source } from "../../../foundation/graph/source.ts";

@Entity()
@Open()
@ObjectType({ description: "Maison d'assistants maternels (MAM), art. L. 424-1 du code de l'action sociale et des familles." })
export class ChildminderHouse {
  @PrimaryKey({ type: "text" })
  @Field(() => ID, { description: "Identifiant dans le hub." })
  id!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Nom." })
  name!: string;

  @Index()
  @Property({ type: "text" })
  departmentCode!: string;

  @Property({ type: "text" })
  @Field(() => String, { description: "Commune telle que la source l'imprime." })
  printedCommune!: string;

  @ManyToOne(() => Source)
  @Field(() => Source, { description: "Source." })
  source!: Source;
}
