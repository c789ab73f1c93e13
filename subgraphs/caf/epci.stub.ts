import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { Territory } from "./territory.stub.ts";

@Open()
@ObjectType({ implements: Territory, description: "Établissement public de coopération intercommunale à fiscalité propre." })
@Directive('@key(fields: "siren")')
export class Epci {
  @Field(() => ID, { description: "Numéro SIREN (9 chiffres)." })
  siren!: string;

  @Field(() => ID, { description: "Code officiel du territoire." })
  @Directive("@shareable")
  get code(): string {
    return this.siren;
  }
}
