import { Directive, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ implements: Territory, description: "Ancien EPCI, connu par un document de l'époque." })
@Directive('@key(fields: "code")')
export class FormerEpci {
  code!: string;
}
