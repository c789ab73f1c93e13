import { Field, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Shown } from "../../../foundation/graph/shown.ts";
import { Entity, PrimaryKey } from "../../../foundation/tables/columns.ts";

@Entity()
@Open()
@ObjectType({ description: "À qui s'adresser dans un département : un service, jamais une personne." })
export class Contact {
  /** The department's code. */
  @PrimaryKey({ type: "text" })
  committee!: string;

  @PrimaryKey({ type: "text" })
  @Field(() => String, { description: "Rôle : correspondant de l'État, secrétariat du comité…" })
  role!: string;

  @Shown("text", "Service.")
  organisation!: string;
}
