import { Field, Float, Int, ObjectType } from "type-graphql";
import { Open } from "../../../foundation/graph/audience.ts";
import { connectionOf } from "../../../foundation/graph/connection.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import { Value } from "../values/value.ts";

@Open()
@ObjectType({ description: "Combien de valeurs d'une liste sont connues." })
export class ValueCoverage {
  @Field(() => Int, { description: "Nombre de valeurs qui ont un chiffre." })
  transmitted!: number;

  @Field(() => Int, { description: "Nombre de valeurs sans chiffre, le secret statistique mis à part." })
  missing!: number;

  @Field(() => Int, { description: "Nombre de valeurs couvertes par le secret statistique." })
  suppressed!: number;
}

@Open()
@ObjectType({ description: "Une page de valeurs, et ce que font toutes celles de la liste." })
export class ValueConnection extends connectionOf(Value, "Value", Open()) {
  @Field(() => ValueCoverage, { description: "Combien sont connues." })
  coverage!: ValueCoverage;

  @Field(() => Observation, {
    description:
      "Somme de la liste, pour une seule année : des valeurs si elles s'additionnent, du numérateur rapportée à celle du dénominateur pour un taux, jamais une moyenne. Chaque territoire y est compté une fois : là où le détail n'est pas connu, l'ensemble publié à sa place (la Collectivité de Corse pour 2A et 2B), et ses parties pour un territoire qui n'a pas de chiffre. LOWER_BOUND s'il en manque (missingParts).",
  })
  total!: Observation;

  @Field(() => Float, {
    nullable: true,
    description: "Médiane des valeurs connues, dans l'unité de l'indicateur ; null s'il n'y en a aucune.",
  })
  median!: number | null;
}
