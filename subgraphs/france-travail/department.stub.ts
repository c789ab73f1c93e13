import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";

@Open()
@ObjectType({ description: "Département." })
@Directive('@key(fields: "code")')
export class Department {
  @Field(() => ID, { description: "Code officiel géographique du département." })
  code!: string;
}
