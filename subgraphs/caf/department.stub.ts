import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ implements: Territory, description: "Département, ou territoire de même niveau." })
@Directive('@key(fields: "code")')
export class Department {
  code!: string;
}
