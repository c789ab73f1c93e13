import { Field, Float, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { Comparability } from "../../../foundation/numbers/comparability.ts";

@Open()
@ObjectType({ description: "Évolution d'une valeur depuis une année." })
export class Change {
  @Field(() => Float, { nullable: true, description: "Valeur moins celle d'alors, dans l'unité de l'indicateur ; null si l'une manque." })
  difference!: number | null;

  @Field(() => Float, { nullable: true, description: "Valeur rapportée à celle d'alors ; null si l'une manque, ou si elle valait zéro." })
  ratio!: number | null;

  @Field(() => Comparability, { description: "Ce que vaut cette évolution." })
  comparability!: Comparability;
}
