import { Directive, ObjectType } from "type-graphql";
import { Territory } from "./territory.stub.ts";

@ObjectType({ implements: Territory, description: "Commune ou arrondissement municipal." })
@Directive('@key(fields: "code")')
export class Commune {
  code!: string;
}
