import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";

@Open()
@ObjectType({ description: "Convention territoriale globale (CTG)." })
@Directive('@key(fields: "id")')
export class TerritorialAgreement {
  @Field(() => ID, { description: "Identifiant de la convention." })
  id!: string;
}
