import { Directive, ObjectType } from "type-graphql";
import { Territory } from "./territory.stub.ts";

@ObjectType({ implements: Territory, description: "Département, ou territoire de même niveau." })
@Directive('@key(fields: "code")')
export class Department {
  code!: string;
}
