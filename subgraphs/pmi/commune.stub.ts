import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";

@Open()
@ObjectType({ description: "Commune ou arrondissement municipal." })
@Directive('@key(fields: "code", resolvable: false)')
export class Commune {
  @Field(() => ID, { description: "Code officiel du territoire." })
  code!: string;
}
