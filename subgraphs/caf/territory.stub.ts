import { Field, ID, InterfaceType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";

@Open()
@InterfaceType({ description: "Un territoire : région, département, EPCI, commune, ou ancien EPCI." })
export abstract class Territory {
  @Field(() => ID, { description: "Code officiel du territoire." })
  code!: string;
}
