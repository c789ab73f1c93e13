import { Field, Int, ObjectType } from "type-graphql";
import { type EnumValue, enumeration } from "../../../foundation/enumeration.ts";
import { Open } from "../../../foundation/graph/audience.ts";
import { Observation } from "../../../foundation/numbers/observation.ts";

export const AgriculturalSchemeMeasure = enumeration(
  "AgriculturalSchemeMeasure",
  "Ce qui est compté parmi les familles du régime agricole.",
  {
    BENEFICIARIES: "Allocataires de la MSA.",
    CHILDREN_UNDER_SIX: "Enfants de moins de 6 ans des allocataires de la MSA.",
    SINGLE_PARENT_FAMILIES: "Familles monoparentales allocataires de la MSA.",
  },
);
export type AgriculturalSchemeMeasure = EnumValue<typeof AgriculturalSchemeMeasure>;

export const agriculturalSchemeUnits: Record<AgriculturalSchemeMeasure, string> = {
  [AgriculturalSchemeMeasure.BENEFICIARIES]: "allocataires",
  [AgriculturalSchemeMeasure.CHILDREN_UNDER_SIX]: "enfants",
  [AgriculturalSchemeMeasure.SINGLE_PARENT_FAMILIES]: "familles",
};

@Open()
@ObjectType({
  description: "Un chiffre du régime agricole pour un département et une année. Le régime général est compté à part par la Caf.",
})
export class AgriculturalSchemeFigure {
  @Field(() => AgriculturalSchemeMeasure, { description: "Ce qui est compté." })
  measure!: AgriculturalSchemeMeasure;

  @Field(() => Int, { description: "Année." })
  year!: number;

  @Field(() => Observation, { description: "Le chiffre, ou la raison de son absence." })
  observation!: Observation;
}
