import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";

@Open()
@ObjectType({ description: "Département, ou territoire de même niveau." })
@Directive('@key(fields: "code")')
export class Department {
  @Field(() => ID, { description: "Code officiel du territoire." })
  code!: string;
}
