import { Directive, Field, ID, ObjectType } from "type-graphql";

@ObjectType({ description: "Commune ou arrondissement municipal." })
@Directive('@key(fields: "code", resolvable: false)')
export class Commune {
  @Field(() => ID, { description: "Code officiel du territoire." })
  code!: string;
}
