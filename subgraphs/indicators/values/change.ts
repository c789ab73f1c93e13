import { Field, Float, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { TerritoryLevel } from "../../../foundation/numbers/territory-level.ts";
import type { PerimeterChange } from "./perimeter-change.entity.ts";

export const Comparability = enumeration("Comparability", "Ce que valent deux chiffres l'un à côté de l'autre.", {
  COMPARABLE: "Le même périmètre.",
  SUM_OF_PARTS: "Le périmètre a changé : le plus ancien est la somme des territoires qui ont été réunis.",
  PERIMETER_CHANGED: "Le périmètre a changé : la différence dit aussi cela.",
  NOT_COMPARABLE: "On ne sait pas si le périmètre a changé.",
});
export type Comparability = EnumValue<typeof Comparability>;

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

/** The first year of which the hub knows who belonged to an EPCI. */
const firstYearOfEpcis = 2021;

/**
 * What two numbers of a territory are to each other.
 * @param changes of its perimeter between them
 * @param canSum whether the older one can be made of the parts that were joined
 */
export function comparabilityOf(level: TerritoryLevel, since: number, changes: readonly PerimeterChange[], canSum: boolean): Comparability {
  if (level === TerritoryLevel.EPCI && since < firstYearOfEpcis) return Comparability.NOT_COMPARABLE;
  if (changes.length === 0) return Comparability.COMPARABLE;
  return canSum && changes.every(({ isWhole }) => isWhole) ? Comparability.SUM_OF_PARTS : Comparability.PERIMETER_CHANGED;
}
