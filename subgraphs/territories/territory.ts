import { Field, ID, InterfaceType } from "type-graphql";
import { Open } from "../../foundation/graph/audience.ts";
import { TerritoryLevel } from "../../foundation/numbers/territory-level.ts";

/** What every territory has, whatever its level; the classes that implement it inherit these fields and descriptions. */
@Open()
@InterfaceType({ description: "Un territoire : région, département, EPCI, commune, ou ancien EPCI." })
export abstract class Territory {
  @Field(() => ID, {
    description: "Code officiel : code géographique Insee pour une région, un département ou une commune, SIREN pour un EPCI.",
  })
  code!: string;

  @Field(() => String, { description: "Nom officiel." })
  name!: string;

  @Field(() => TerritoryLevel, { description: "Échelon du territoire." })
  level!: TerritoryLevel;
}
