import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";

@Open()
@ObjectType({ description: "Établissement d'accueil du jeune enfant (EAJE, art. L. 2324-1 du code de la santé publique)." })
@Directive('@key(fields: "id")')
export class ChildcareFacility {
  @Field(() => ID, { description: "Identifiant de l'établissement dans le hub." })
  id!: string;
}
