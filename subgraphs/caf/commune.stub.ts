import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ implements: Territory, description: "Commune ou arrondissement municipal." })
@Directive('@key(fields: "code")')
export class Commune {
  code!: string;
}
