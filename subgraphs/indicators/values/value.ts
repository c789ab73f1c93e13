import { Directive, Field, Float, ID, Int, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";
import type { Indicator } from "../catalogue/indicator.entity.ts";
import { parseValueId, type ValueKey, valueId } from "./value-id.ts";

export const ComparisonBasis = enumeration("ComparisonBasis", "À quoi une valeur est comparée.", {
  REGION: "La région dans laquelle le territoire est.",
  NATION: "La France.",
  PEERS:
    "La médiane des chiffres connus des territoires d'aujourd'hui du même échelon, la même année, celui-ci compris ; la démonstration et les territoires statistiques (20, 69D, 69M, 6AE), qui recouvrent des départements, n'en sont pas.",
});
export type ComparisonBasis = EnumValue<typeof ComparisonBasis>;

@Open()
@ObjectType({ description: "Une valeur comparée à une autre, la même année." })
export class Comparison {
  @Field(() => ComparisonBasis, { description: "À quoi." })
  with!: ComparisonBasis;

  @Field(() => Observation, { description: "L'autre chiffre, ou la raison de son absence." })
  observation!: Observation;

  @Field(() => Float, { nullable: true, description: "Valeur moins l'autre, dans l'unité de l'indicateur ; null si l'une manque." })
  difference!: number | null;
}

@Open()
@ObjectType({ description: "Place d'une valeur parmi celles des territoires du même échelon, la plus grande d'abord." })
export class Rank {
  @Field(() => Int, { description: "Place : 1 pour la plus grande ; deux valeurs égales ont la même." })
  position!: number;

  @Field(() => Int, { description: "Parmi combien de valeurs." })
  of!: number;

  @Field(() => Int, { description: "Quart : 1 pour les plus grandes, 4 pour les plus petites." })
  quartile!: number;
}

@Open()
@ObjectType({ description: "Valeur d'un indicateur pour un territoire et une année, ou la raison de son absence." })
@Directive('@key(fields: "id")')
export class Value {
  @Field(() => ID, {
    description: "Identifiant : indicateur, échelon, code du territoire et année, par exemple « B13:DEPARTMENT:52:2023 ».",
  })
  id!: string;

  @Field(() => Int, { description: "Année que le chiffre décrit." })
  year!: number;

  key!: ValueKey;

  /** ISO date-time of what was known; null: now. */
  asOf: string | null = null;

  /** Of its indicator, where it is at hand. */
  definition: Indicator | undefined;

  /** What was recorded last of it, where that is at hand; null: nothing was. */
  recorded: Observation | null | undefined;

  static of(key: ValueKey, definition?: Indicator, asOf: string | null = null): Value {
    return Object.assign(new Value(), { id: valueId(key), year: key.year, key, definition, asOf });
  }

  /** For `references`; null where the identifier is none. */
  static reference({ id }: { id: string }): Value | null {
    const key = parseValueId(id);
    return key && Value.of(key);
  }
}
